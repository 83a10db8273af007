import { api, choices, Problem } from './http.js';
import { button, h } from './dom.js';
import { historyOf, versions } from './card-history.js';
import { counted, day, fileSize, moment, safeLink } from './words.js';

const LONG = 1200;
const ANSWERED = ['CONTROL', 'QUALITY_CHECK', 'CLOSED'];

/**
 * Everything about one message. Give it `task` (as GET /api/tasks/{id} answers) or the attribute task-id. The attribute
 * «open» names the sections that start open: drafts, approvals, facts, steps, publications, near, history; with the
 * attribute «brief» the text itself is left to the form.
 */
export class McuCard extends HTMLElement {
  static observedAttributes = ['task-id'];

  set task(task) {
    this.messageId = task.messageId;
    this.due = task.due;
    this.show(task.card);
  }

  attributeChangedCallback() {
    const id = this.getAttribute('task-id');
    if (id) this.load(`/api/tasks/${encodeURIComponent(id)}`, (task) => (this.task = task));
  }

  constructor() {
    super();
    this.addEventListener('mcu-changed', () => this.load(`/api/messages/${this.messageId}/card`, (card) => this.show(card)));
  }

  async load(path, take) {
    try {
      const [answer] = await Promise.all([api('GET', path), choices().catch(() => null)]);
      take(answer);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.replaceChildren(
        h('p', { class: 'alert alert-warning', role: 'alert' }, problem.detail, ' ', button('Повторить', () => this.load(path, take)))
      );
    }
  }

  show(card) {
    this.card = card;
    const actions = document.createElement('mcu-card-actions');
    const wanted = (this.getAttribute('open') || '').split(' ');
    const opened = new Set(wanted);
    this.querySelectorAll('details[open][data-part]').forEach((it) => opened.add(it.dataset.part));
    this.replaceChildren(
      head(card, this.due),
      warnings(card),
      this.hasAttribute('brief') ? h('section', { class: 'mcu-question', 'aria-label': 'О сообщении' }, about(card)) : question(card),
      h('div', { class: 'mcu-parts' }, parts(card).filter(Boolean).map((it) => part(it, opened)))
    );
    this.append(actions);
    actions.card = card;
  }
}

function head(card, taskDue) {
  const urgent = card.priority && card.priority !== 'normal';
  const due = card.due && !ANSWERED.includes(card.status) && h('mcu-deadline', { at: card.due.at, provisional: card.due.provisional });
  if (due) due.why = card.due.why;
  const step = taskDue && card.steps?.find((it) => new Date(it.dueAt).getTime() === new Date(taskDue).getTime());
  const stepDue = taskDue && h('mcu-deadline', { at: taskDue });
  if (step) stepDue.why = step.why;
  return h(
    'div',
    { class: 'mcu-head' },
    h('strong', { class: 'mcu-number' }, `№ ${card.number}`),
    h('span', null, card.channel?.title),
    h('span', { class: 'mcu-badge' }, card.statusTitle),
    urgent && h('span', { class: 'mcu-badge mcu-late' }, `${card.priorityTitle} приоритет`),
    stepDue && h('div', { class: 'mcu-due' }, 'Эта задача: ', stepDue),
    due && h('div', { class: 'mcu-due' }, 'Ответ автору: ', due)
  );
}

function warnings(card) {
  const lines = [
    card.deletedByAuthor && 'Автор удалил сообщение. Прежде чем отвечать публично, уточните у руководителя.',
    card.regime?.code === 'formal59' && `${card.regime.title}: ответ готовится по закону об обращениях граждан.`,
    card.parent && `Это дубликат сообщения № ${card.parent}: ответ на него уйдёт и этому автору.`,
    card.duplicates > 0 && `Ответ получат и авторы дубликатов: ${card.duplicates}.`,
    card.reopenCount > 0 && `Сообщение открыто повторно (${counted(card.reopenCount, 'раз', 'раза', 'раз')}): автор остался недоволен ответом.`
  ].filter(Boolean);
  return lines.map((line) => h('p', { class: 'mcu-warning' }, line))
    .reduce((box, line) => (box.append(line), box), h('div'));
}

function question(card) {
  const text = card.text?.trim() || '';
  const original = card.originalText?.trim() || '';
  return h(
    'section',
    { class: 'mcu-question', 'aria-label': 'Сообщение гражданина' },
    text ? longText(text) : h('p', { class: 'text-muted' }, 'Текста нет.'),
    original && original !== text && h('details', { class: 'mcu-original' }, h('summary', null, 'исходный текст'), longText(original)),
    files(card.attachments?.filter((it) => it.role === 'MESSAGE')),
    about(card)
  );
}

/** Whole when short; folded, with a button, when long. */
export function longText(text) {
  const body = h('div', { class: 'mcu-text' }, text);
  if (text.length <= LONG) return body;
  body.classList.add('mcu-folded');
  const toggle = button(`Показать весь текст (${text.length.toLocaleString('ru-RU')} знаков)`, () => {
    const folded = body.classList.toggle('mcu-folded');
    toggle.setAttribute('aria-expanded', String(!folded));
    toggle.textContent = folded ? 'Показать весь текст' : 'Свернуть текст';
  }, 'btn-link mcu-more');
  toggle.setAttribute('aria-expanded', 'false');
  return h('div', null, body, toggle);
}

export function files(list) {
  if (!list?.length) return null;
  return h('ul', { class: 'mcu-files' }, list.map((file) =>
    h('li', null, h(file.url ? 'a' : 'div', file.url && { href: safeLink(file.url), target: '_blank', rel: 'noopener' },
      file.image && h('img', { src: safeLink(file.previewUrl || file.url), alt: '', loading: 'lazy' }),
      h('span', null, file.fileName)),
    h('span', { class: 'text-muted' }, file.note || fileSize(file.size)))));
}

export const link = (address, text) =>
  safeLink(address) ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text) : address;

function about(card) {
  const author = card.author || {};
  const rows = [
    ['Автор', [author.anonymous ? 'не назвался' : author.name || 'имя неизвестно',
      author.contact && `, ${author.contact}`, author.link && [', ', link(author.link, 'страница автора')]]],
    ['Где', [card.place, card.place && card.district && ', ', card.district]],
    ['Тема', [card.topicGroup, card.topic && ` → ${card.topic}`]],
    ['Исполнитель', [card.executor?.title]],
    ['Получено', [moment(card.receivedAt), card.link && [', ', link(card.link, 'открыть публикацию')],
      card.sourceNumber && `, номер в источнике ${card.sourceNumber}`]],
    ['Обещано', [day(card.promisedOn)]],
    ['Оценка автора', [card.surveyMark && `${card.surveyMark} из 5`]],
    ['Оценка в источнике', [card.sourceMark && `${card.sourceMark} из 5`]]
  ].filter(([, values]) => values.flat().some(Boolean));
  return h('dl', { class: 'mcu-about' }, rows.map(([name, values]) => [h('dt', null, name), h('dd', null, values)]));
}

function parts(card) {
  const elsewhere = card.samePlace?.filter((it) => !card.sameAuthor?.some((same) => same.id === it.id)) || [];
  const others = (role) => card.attachments?.filter((it) => it.role === role) || [];
  return [
    { id: 'concept', title: 'Как отвечать (концепция)', count: card.concept ? 1 : 0, open: true, body: () => longText(card.concept) },
    { id: 'followUps', title: 'Что было от автора потом', count: card.followUps?.length, open: true, body: () =>
      card.followUps.map((it) => entry(`${it.kindTitle}, ${moment(it.at)}`, it.text && longText(it.text))) },
    { id: 'facts', title: 'Сведения от других', count: card.facts?.length + others('FACT').length, body: () =>
      [card.facts.map(fact), files(others('FACT'))] },
    { id: 'drafts', title: 'Версии ответа', count: card.drafts?.length, body: () => versions(card.drafts) },
    { id: 'approvals', title: 'Проверки и согласования', count: card.approvals?.length, body: () => card.approvals.map(approval) },
    { id: 'publications', title: 'Что отправлено автору', count: card.publications?.length, body: () =>
      [card.publications.map(publication), files(others('PROOF'))] },
    { id: 'steps', title: 'Сроки по шагам', count: card.steps?.length, body: () => card.steps.map(step) },
    { id: 'near', title: 'Раньше от этого автора и об этом месте', count: card.sameAuthor?.length + elsewhere.length, body: () =>
      [related('От этого автора', card.sameAuthor), related('Об этом месте', elsewhere)] },
    { id: 'history', title: 'История', count: card.history?.length, body: () => historyOf(card.history) }
  ];
}

/** A section that is built when it is first opened: a card of a year's life has hundreds of entries. */
function part({ id, title, count, open, body }, opened) {
  if (!count) return null;
  const details = h('details', { dataset: { part: id }, class: 'mcu-part' }, h('summary', null, title, h('span', { class: 'mcu-count' }, count)));
  const fill = () => {
    if (details.open && details.children.length === 1) details.append(h('div', { class: 'mcu-part-body' }, body()));
  };
  details.addEventListener('toggle', fill);
  details.open = Boolean(open || opened.has(id));
  fill();
  return details;
}

const entry = (title, ...content) => h('div', { class: 'mcu-entry' }, h('div', { class: 'mcu-entry-title' }, title), content);

function fact(it) {
  const answer = it.answer
    ? [h('div', { class: 'text-muted' }, `${it.refused ? 'Отказ' : 'Ответ'}: ${it.answeredBy || ''}, ${moment(it.answeredAt)}`), longText(it.answer)]
    : h('div', { class: 'text-muted' }, 'Ответа ещё нет.');
  return entry(`${it.body}: ${it.question}`, h('div', { class: 'text-muted' }, `спрашивает ${it.askedBy}, ${moment(it.askedAt)}`), answer);
}

function approval(it) {
  const instead = it.onBehalfOf ? ` (за ${it.onBehalfOf})` : '';
  return entry(
    [h('span', { class: `mcu-badge ${it.approved ? 'mcu-good' : 'mcu-soon'}` }, it.approved ? 'согласовано' : 'возвращено'),
      ` ${it.stage}, версия ${it.version}`],
    h('div', { class: 'text-muted' }, `${it.by}${instead}, ${moment(it.at)}`),
    it.remarks && longText(it.remarks)
  );
}

function publication(it) {
  return entry(
    [`${it.kindTitle} `, h('span', { class: `mcu-badge ${it.error ? 'mcu-late' : ''}` }, it.statusTitle)],
    h('div', { class: 'text-muted' }, [moment(it.at), it.by].filter(Boolean).join(', '),
      it.link && [' ', link(it.link, 'открыть')], it.proofUrl && [' ', link(it.proofUrl, 'подтверждение')]),
    it.error && h('p', { class: 'mcu-warning' }, it.error),
    longText(it.text)
  );
}

function step(it) {
  const due = h('mcu-deadline', { at: it.dueAt, provisional: it.provisional });
  due.why = it.why;
  const raised = it.escalationLevel > 0 && h('div', { class: 'text-muted' }, `О просрочке сообщено выше (уровень ${it.escalationLevel}).`);
  return entry(it.title, due, raised);
}

function related(title, list) {
  if (!list?.length) return null;
  return [h('h5', null, title), list.map((it) => entry(`№ ${it.number}, ${moment(it.at)}, ${it.status}`, h('div', null, it.excerpt)))];
}
