import { McuCard } from './card.js';
import { McuCardActions } from './card-actions.js';
import { McuDeadline } from './deadline.js';
import { McuDraftEditor } from './draft-editor.js';
import { McuReview } from './review.js';
import { McuImports } from './imports.js';
import { McuAbsences } from './absences.js';
import { McuNotices } from './notices.js';
import { attach, start } from './form.js';
import { choices, forgetChoices } from './http.js';
import { h } from './dom.js';

const ELEMENTS = {
  'mcu-card': McuCard,
  'mcu-card-actions': McuCardActions,
  'mcu-deadline': McuDeadline,
  'mcu-draft-editor': McuDraftEditor,
  'mcu-review': McuReview,
  'mcu-imports': McuImports,
  'mcu-absences': McuAbsences,
  'mcu-notices': McuNotices
};

Object.entries(ELEMENTS).forEach(([name, type]) => customElements.get(name) || customElements.define(name, type));
document.head.append(h('link', { rel: 'stylesheet', href: new URL('./mcu.css?1', import.meta.url).href }));
window.McuForm = { attach, start };

// Tasklist shows the newest first; people need what is due first, until they choose another order themselves
const BY_DUE_DATE = '[{"sortBy":"dueDate","sortOrder":"asc"}]';
function sortByDueDate() {
  const [path, query = ''] = location.hash.split('?');
  const search = new URLSearchParams(query);
  if (!search.has('sorting') && /^#?\/?$/.test(path)) {
    search.set('sorting', BY_DUE_DATE);
    history.replaceState(null, '', `#/?${search}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
sortByDueDate();
window.addEventListener('hashchange', sortByDueDate);

// what was done from a card may end or move tasks: Tasklist asks for its lists again
document.addEventListener('mcu-changed', () => {
  const root = window.angular?.element(document.documentElement).injector()?.get('$rootScope');
  root?.$applyAsync(() => {
    root.$broadcast('refresh');
    root.$broadcast('$routeChanged'); // the open task is read anew, with whoever has it now
  });
});

/** A link in the header, for those groups only where there are any; the server checks again. */
function headerLink(id, label, path, groups, priority) {
  return {
    id,
    pluginPoint: 'tasklist.navbar.action',
    priority,
    render: (node) => {
      choices()
        .then(({ user }) => (!groups || user.groups.some((it) => groups.includes(it))) && node.append(h('a', { href: `#${path}` }, label)))
        .catch(() => null); // without the link everything else still works; forms tell of a lost connection
    },
    unmount: forgetChoices
  };
}

/** A page of our own inside Tasklist: its login, its header. */
function page(id, path, element) {
  return {
    id,
    pluginPoint: 'tasklist.route',
    priority: 0,
    properties: { path },
    render: (node) => node.append(document.createElement(element))
  };
}

export default [
  {
    id: 'mcu-card-tab',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: 'Карточка' },
    render: (node, { taskId }) => node.append(h('mcu-card', { 'task-id': taskId, open: 'followUps drafts approvals history' }))
  },
  headerLink('mcu-imports-link', 'Загрузить выгрузку', '/imports', ['imOperator', 'posOperator', 'analyst', 'head'], 60),
  headerLink('mcu-absences-link', 'Замещения', '/absences', ['head', 'admin', 'camunda-admin'], 50),
  headerLink('mcu-notices-link', 'Уведомления', '/notices', null, 40),
  page('mcu-imports', '/imports', 'mcu-imports'),
  page('mcu-absences', '/absences', 'mcu-absences'),
  page('mcu-notices', '/notices', 'mcu-notices')
];
