import { h } from './dom.js';
import { day, moment } from './words.js';

/** Versions of the answer, the newest first and open; differences are told by words too, not by colour alone. */
export function versions(drafts) {
  const list = [...drafts].sort((a, b) => b.version - a.version);
  return list.map((draft, index) =>
    h('details', { class: 'mcu-version', open: index === 0 },
      h('summary', null, `Версия ${draft.version}${draft.kind === 'INTERIM' ? ', промежуточный ответ' : ''}: ${draft.outcome || ''}${term(draft)}, ${draft.author}, ${moment(draft.at)}`),
      textOf(draft)));
}

/** The day a version names to the author: of the final answer or of the promised work. */
export const term = ({ promisedOn, finalDueOn }) =>
  finalDueOn ? `, окончательный ответ ${day(finalDueOn)}` : promisedOn ? `, обещано к ${day(promisedOn)}` : '';

/** The text of a version; with a switch to what has changed when there was a version before. */
export function textOf(draft) {
  if (!draft.diff?.some((it) => it.op !== 'same')) return h('div', { class: 'mcu-text' }, draft.text);
  const plain = h('div', { class: 'mcu-text' }, draft.text);
  const changed = h('div', { class: 'mcu-text' }, differences(draft.diff));
  changed.hidden = true;
  const toggle = h('button', { type: 'button', class: 'btn btn-link btn-sm mcu-more', 'aria-pressed': 'false', on: { click: () => {
    changed.hidden = !changed.hidden;
    plain.hidden = !changed.hidden;
    toggle.setAttribute('aria-pressed', String(!changed.hidden));
    toggle.textContent = changed.hidden ? 'Показать, что изменилось' : 'Показать текст без отметок';
  } } }, 'Показать, что изменилось');
  return h('div', null, plain, changed, toggle);
}

export function differences(pieces) {
  const said = (text) => h('span', { class: 'mcu-aloud' }, text);
  return pieces.map(({ op, text }) => {
    if (op === 'add') return h('ins', null, said(' добавлено: '), text, said(' конец добавления '));
    if (op === 'del') return h('del', null, said(' удалено: '), text, said(' конец удаления '));
    return text;
  });
}

/** Who did what and why; the newest first. */
export function historyOf(history) {
  return h('ol', { class: 'mcu-history' }, [...history]
    .sort((a, b) => new Date(b.at) - new Date(a.at))
    .map((it) => h('li', null,
      h('span', { class: 'text-muted' }, moment(it.at)), ' ',
      h('strong', null, it.who), it.onBehalfOf && ` (за ${it.onBehalfOf})`, ': ', it.what,
      it.why && h('div', { class: 'mcu-reason' }, it.why))));
}
