import { api, choices, Problem } from '../../../tasklist/plugins/mcu-1/http.js';
import { h } from '../../../tasklist/plugins/mcu-1/dom.js';
import { moment } from '../../../tasklist/plugins/mcu-1/words.js';

const PAGE = '/api/admin/channels';
const REFRESH_EVERY = 15000;
const COLUMNS = ['Канал', 'Состояние', 'Последнее входящее', 'Не разобрано', 'Последняя отправка', 'В очереди', 'Не принято за 7 дней', 'Действия'];

/** The administrator's page: what comes in, what goes out, what is stuck, and the buttons for it. */
export class McuChannels extends HTMLElement {
  connectedCallback() {
    this.messages = h('div', { 'aria-live': 'polite' });
    this.list = h('div');
    this.detail = h('div');
    this.replaceChildren(h('div', { class: 'mcu-page' },
      h('h2', null, 'Каналы'),
      h('p', { class: 'text-muted' }, 'Откуда приходят сообщения и куда уходят ответы. Таблица обновляется сама.'),
      this.messages, this.list, this.detail));
    this.refresh();
    this.timer = setInterval(() => document.hidden || this.refresh(), REFRESH_EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  refresh() {
    return this.guarded(async () => {
      const [lines] = await Promise.all([api('GET', PAGE), choices()]);
      const active = document.activeElement?.dataset?.key;
      this.list.replaceChildren(lines.length ? this.table(lines) : h('p', { class: 'text-muted' }, 'Каналов нет.'));
      if (active) this.list.querySelector(`[data-key="${CSS.escape(active)}"]`)?.focus();
    });
  }

  table(lines) {
    return h('table', { class: 'table table-condensed' },
      h('thead', null, h('tr', null, COLUMNS.map((it) => h('th', { scope: 'col' }, it)))),
      h('tbody', null, lines.map((it) => this.row(it))));
  }

  row(line) {
    const { in: ins, out } = line;
    const cells = [
      h('strong', null, line.title),
      state(line),
      ins ? when(ins.lastAt) : '—',
      ins ? counts(ins) : '—',
      out ? when(out.lastDeliveredAt) : '—',
      out ? queue(out) : '—',
      out ? String(out.failed) : '—',
      this.buttons(line)
    ];
    return h('tr', null, cells.map((it, index) => h('td', { 'data-label': index > 1 && index < COLUMNS.length - 1 ? COLUMNS[index] : null }, it)));
  }

  buttons({ code, title, in: ins, out }) {
    const button = (name, label, action) => h('button', {
      type: 'button', class: 'btn btn-default btn-sm', 'aria-label': `${label}: ${title}`, dataset: { key: `${code}-${name}` }, on: { click: action }
    }, label);
    return [
      out?.connected && button('check', 'Проверить', () => this.check(code, title)),
      out?.connected && (out.paused
        ? button('pause', 'Возобновить', () => this.act(`${PAGE}/${code}/resume`, `${title}: отправка возобновлена.`))
        : button('pause', 'Приостановить', () => this.act(`${PAGE}/${code}/pause`, `${title}: отправка приостановлена, очередь подождёт.`))),
      out?.lastDeliveredAt && button('log', 'Журнал', () => this.log(code, title)),
      out?.failed > 0 && button('failed', 'Не принятые', () => this.failed(code, title, out.repeatable)),
      ins?.poison > 0 && button('poison', 'Непонятые', () => this.poison(code, title))
    ];
  }

  check(code, title) {
    return this.guarded(async () => {
      this.say('info', `${title}: проверяем связь…`);
      const { ok, text } = await api('POST', `${PAGE}/${code}/check`);
      this.say(ok ? 'success' : 'danger', `${title}: ${text}.`);
    });
  }

  act(path, done) {
    return this.guarded(async () => {
      await api('POST', path);
      await this.refresh();
      this.say('success', done);
    });
  }

  log(code, title) {
    return this.guarded(async () => {
      const rows = await api('GET', `${PAGE}/${code}/log`);
      this.show(`${title}: журнал`, 'Последние 50 отправок. Номер доставки тот же, что получил адресат.',
        rows.map((it) => [when(it.at), it.delivered ? 'доставлено' : `не принято: ${it.reason || ''}`, `попыток: ${it.attempts}`,
          it.subject || '', it.reference]));
    });
  }

  failed(code, title, repeatable) {
    return this.guarded(async () => {
      const rows = await api('GET', `${PAGE}/${code}/failed`);
      this.show(`${title}: не принято`, repeatable
        ? 'Исправьте причину и повторите.'
        : 'Каждое из них стало задачей «Опубликовать вручную»: отправляет его оператор из задачи.',
      rows.map((it) => [when(it.at), it.reason, `попыток: ${it.attempts}`, repeatable && this.small('Повторить', () =>
        this.act(`${PAGE}/failed/${it.id}/again`, 'Поставлено в очередь.').then(() => this.failed(code, title, repeatable)))]));
    });
  }

  poison(code, title) {
    return this.guarded(async () => {
      const rows = await api('GET', `${PAGE}/${code}/poison`);
      this.show(`${title}: непонятые события`, 'Они отложены и ничего не задерживают. Просмотр записывается: внутри могут быть персональные данные.',
        rows.map((it) => {
          const text = h('pre', { hidden: true });
          return [when(it.receivedAt), it.reason, `${it.size} байт`,
            [this.small('Показать', () => this.guarded(async () => {
              text.textContent = (await api('GET', `${PAGE}/poison/${it.id}`)).text;
              text.hidden = false;
            })), this.small('Разобрать снова', () => this.act(`${PAGE}/poison/${it.id}/again`, 'Событие снова в очереди.')
              .then(() => this.poison(code, title))), text]];
        }));
    });
  }

  show(title, hint, rows) {
    const heading = h('h3', { tabindex: -1 }, title);
    this.detail.replaceChildren(heading, h('p', { class: 'text-muted' }, hint), rows.length
      ? h('table', { class: 'table table-condensed' }, h('tbody', null, rows.map((cells) => h('tr', null, cells.map((it) => h('td', null, it))))))
      : h('p', null, 'Ничего нет.'));
    heading.focus();
  }

  small(label, action) {
    return h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: action } }, label);
  }

  say(kind, text) {
    this.messages.replaceChildren(h('p', { class: `alert alert-${kind}`, role: 'status' }, text));
  }

  async guarded(action) {
    try {
      await action();
      this.querySelector('.mcu-lost')?.remove();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.messages.replaceChildren(h('div', { class: 'alert alert-danger mcu-lost', role: 'alert' },
        h('strong', null, problem.title), h('div', null, problem.detail)));
    }
  }
}

const when = (at) => (at ? moment(at) : 'ещё не было');

function counts({ waiting, poison }) {
  return [String(waiting), poison > 0 && h('div', { class: 'mcu-ill' }, `отложено ${poison}`)];
}

function queue({ waiting, oldest }) {
  return [String(waiting), waiting > 0 && oldest && h('div', { class: 'text-muted' }, `с ${moment(oldest)}`)];
}

function state({ code, out }) {
  const mark = (kind, text, note) => [h('span', { class: `mcu-state mcu-${kind}` }, text), note && h('div', { class: 'text-muted' }, note)];
  if (!out) return mark('well', 'Принимает');
  if (!out.connected) return mark('off', 'Не подключён', code.startsWith('staff-') ? 'сотрудникам так не пишут' : 'ответы публикуют вручную');
  if (out.paused) return mark('paused', 'Приостановлен', out.pausedBy);
  if (out.brokenSince) return mark('ill', 'Не отвечает', `с ${moment(out.brokenSince)}: ${out.lastError || ''}`);
  return mark('well', 'Работает', out.lastError && `последняя ошибка ${moment(out.lastErrorAt)}: ${out.lastError}`);
}
