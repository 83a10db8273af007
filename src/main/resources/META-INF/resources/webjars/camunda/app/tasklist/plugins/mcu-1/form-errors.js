import { h } from './dom.js';

/** Shows the server's errors beside their fields, readable for screen readers too. */
export class FieldErrors {
  constructor(form) {
    this.form = form;
    this.shown = new Map();
  }

  /** Marks the fields; returns a list of links to them for the summary, or null. */
  show(errors) {
    if (!errors.length) return null;
    return h('ul', null, errors.map(({ field, message }) => {
      const place = this.placeOf(field);
      if (!place) return h('li', null, message);
      this.mark(field, place, message);
      return h('li', null, h('button', { type: 'button', class: 'btn btn-link mcu-more', on: { click: () => focus(place) } }, message));
    }));
  }

  /** The visible control, or the group of controls, that has this name. */
  placeOf(field) {
    const name = field.split('[')[0].split('.')[0];
    const found = [...this.form.querySelectorAll(`[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`)];
    const control = found.find((it) => it.offsetParent) || null;
    return control?.type === 'radio' ? control.closest('fieldset') : control;
  }

  mark(field, place, message) {
    this.clear(place);
    const id = `mcu-error-${field.replace(/\W/g, '-')}`;
    const text = h('p', { class: 'mcu-error', id }, message);
    const control = controls(place)[0] || place;
    if (place.matches('fieldset, [data-field]')) place.append(text);
    else place.after(text);
    const described = control.getAttribute('aria-describedby');
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', described ? `${described} ${id}` : id);
    this.shown.set(place, { text, control, described });
  }

  focusFirst() {
    const first = [...this.shown.keys()].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
    if (first) focus(first);
    return Boolean(first);
  }

  clear(target) {
    for (const [place, { text, control, described }] of this.shown) {
      if (place === target || place.contains(target)) {
        text.remove();
        control.removeAttribute('aria-invalid');
        if (described) control.setAttribute('aria-describedby', described);
        else control.removeAttribute('aria-describedby');
        this.shown.delete(place);
      }
    }
  }

  any() {
    return this.shown.size > 0;
  }

  clearField(field) {
    const place = this.placeOf(field);
    if (place) this.clear(place);
  }

  clearAll() {
    [...this.shown.keys()].forEach((place) => this.clear(place));
  }

  /** A line under a file field that tells what happens with the file. */
  statusOf(field) {
    return this.noteOf(field, 'status');
  }

  /** A line under a field, made when it is first needed. */
  noteOf(field, role) {
    const kept = field.parentElement.querySelector('.mcu-note');
    if (kept) return kept;
    const note = h('p', { class: 'help-block mcu-note', role });
    field.after(note);
    return note;
  }
}

const controls = (place) => (place.matches('input, select, textarea') ? [place] : [...place.querySelectorAll('input, select, textarea')]);

function focus(place) {
  const control = controls(place).find((it) => it.offsetParent) || place;
  control.focus();
  control.scrollIntoView({ block: 'center' });
}
