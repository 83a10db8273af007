/**
 * h('p', {class: 'x'}, 'text', child): an element whose text is always text, never markup. Properties: class, dataset,
 * on (listeners), everything else is an attribute; false and null are left out.
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'on') Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  children.flat(Infinity).forEach((child) => {
    if (child !== null && child !== undefined && child !== false && child !== '') element.append(child);
  });
  return element;
}

let last = 0;

/** An id that no other element of the page has. */
export const freshId = (prefix) => `mcu-${prefix}-${++last}`;

/** A button with a small form under it instead of a dialog: the sandbox of Tasklist allows no dialogs. */
export function button(label, listener, kind = 'btn-default') {
  return h('button', { type: 'button', class: `btn btn-sm ${kind}`, on: { click: listener } }, label);
}

export async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (field) {
      field.focus();
      field.select();
      return document.execCommand('copy'); // pages without https have no clipboard of their own
    }
    return false;
  }
}
