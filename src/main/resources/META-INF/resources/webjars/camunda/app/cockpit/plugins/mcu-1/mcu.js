import { McuAudit } from './audit.js';
import { McuChannels } from './channels.js';
import { h } from '../../../tasklist/plugins/mcu-1/dom.js';
import { choices, forgetChoices } from '../../../tasklist/plugins/mcu-1/http.js';

const ELEMENTS = { 'mcu-channels': McuChannels, 'mcu-audit': McuAudit };

Object.entries(ELEMENTS).forEach(([name, type]) => customElements.get(name) || customElements.define(name, type));
document.head.append(h('link', { rel: 'stylesheet', href: new URL('../../../tasklist/plugins/mcu-1/mcu.css?1', import.meta.url).href }));
document.head.append(h('link', { rel: 'stylesheet', href: new URL('./cockpit.css?2', import.meta.url).href }));

/** A link in Cockpit's header for those groups only; the server checks again. */
function headerLink(id, label, path, groups, priority) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    render: (node) => {
      choices()
        .then(({ user }) => user.groups.some((it) => groups.includes(it)) && node.append(h('a', { href: `#${path}` }, label)))
        .catch(() => null); // without the link everything else still works
    },
    unmount: forgetChoices
  };
}

/** A page of our own inside Cockpit: its login, its header. */
function page(id, path, element) {
  return {
    id,
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path },
    render: (node) => node.append(document.createElement(element))
  };
}

export default [
  headerLink('mcu-channels-link', 'Каналы', '/mcu-channels', ['admin', 'camunda-admin'], 10),
  page('mcu-channels', '/mcu-channels', 'mcu-channels'),
  headerLink('mcu-audit-link', 'Журнал', '/mcu-audit', ['admin', 'camunda-admin'], 9),
  page('mcu-audit', '/mcu-audit', 'mcu-audit')
];
