import { copyText, freshId, h } from './dom.js';
import { clock } from './words.js';

const WORTH_KEEPING = 15;

/** A message at the top of the form that is read out at once. */
export function banner(kind, title, text, ...more) {
  return h('div', { class: `alert alert-${kind}`, role: 'alert', tabindex: '-1' },
    h('strong', null, title), h('div', null, text), more.flat().filter(Boolean));
}

/** Texts a person typed that have no field to go to, each with a button to copy it. */
export function keptTexts(title, list) {
  const texts = list.flatMap(({ input, savedAt }) =>
    Object.values(input || {})
      .filter((it) => typeof it === 'string' && it.length > WORTH_KEEPING)
      .map((text) => ({ text, savedAt })));
  if (!texts.length) return null;
  return h('details', { class: 'mcu-kept', open: true }, h('summary', null, title), texts.map(({ text, savedAt }) => {
    const id = freshId('kept');
    const field = h('textarea', { id, class: 'form-control mcu-short', readonly: true, rows: 4 });
    field.value = text;
    const copy = h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: async () => {
      copy.textContent = (await copyText(text, field)) ? 'Скопировано' : 'Нажмите Ctrl+C';
    } } }, 'Скопировать');
    return h('div', { class: 'mcu-entry' }, h('label', { for: id }, savedAt ? `Сохранено ${clock(savedAt)}` : 'Текст'), field, copy);
  }));
}
