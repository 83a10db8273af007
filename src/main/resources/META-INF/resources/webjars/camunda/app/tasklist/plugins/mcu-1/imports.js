import { api, choices, Problem } from './http.js';
import { freshId, h } from './dom.js';
import { counted } from './words.js';

const WATCH_MS = 1000;

const SOURCES = {
  IM: { title: 'Инцидент Менеджмент', path: '/api/imports/incident-management', operators: 'imOperator' },
  POS: { title: 'Платформа обратной связи (ПОС)', path: '/api/imports/pos', operators: 'posOperator' }
};

/** The page where operators upload exports of ИМ and ПОС and read what was taken. */
export class McuImports extends HTMLElement {
  connectedCallback() {
    this.report = h('div', { 'aria-live': 'polite' });
    this.newest = h('div');
    this.replaceChildren(h('div', { class: 'mcu-page' },
      h('p', null, h('a', { href: '#/' }, '← К задачам')),
      h('h2', null, 'Загрузить выгрузку'),
      h('p', { class: 'text-muted' }, 'Файл Excel (XLSX) или CSV. Уже загруженные строки второй раз не появятся: можно загружать ту же выгрузку снова.'),
      this.form(),
      this.report,
      h('h3', null, 'Последние загрузки'),
      this.newest,
      h('h3', null, 'Выгрузить наши ответы за 7 дней'),
      this.answers = h('p')));
    this.refresh();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  form() {
    const ids = { source: freshId('source'), file: freshId('file') };
    this.source = h('select', { id: ids.source, class: 'form-control' }, Object.entries(SOURCES).map(([code, it]) => h('option', { value: code }, it.title)));
    this.chosen = h('span', { class: 'text-muted', role: 'status' });
    this.file = h('input', { id: ids.file, type: 'file', class: 'mcu-file', accept: '.xlsx,.xls,.csv', on: { change: () => {
      this.chosen.textContent = ` ${this.file.files[0]?.name || ''}`;
    } } });
    this.send = h('button', { type: 'submit', class: 'btn btn-primary' }, 'Загрузить');
    choices().then(({ user }) => {
      const all = ['head', 'analyst'].some((it) => user.groups.includes(it));
      this.answers.replaceChildren(...Object.values(SOURCES).filter((it) => all || user.groups.includes(it.operators))
        .flatMap((it) => [h('a', { class: 'btn btn-default', href: it.path.replace('imports', 'exports'), download: '' }, it.title), ' ']));
      if (user.groups.includes('posOperator') && !user.groups.includes('imOperator')) this.source.value = 'POS';
    }).catch((problem) => this.tell(problem));
    return h('form', { class: 'mcu-panel', on: { submit: (event) => {
      event.preventDefault();
      this.upload();
    } } },
    h('div', { class: 'form-group' }, h('label', { for: ids.source }, 'Откуда выгрузка'), this.source),
    h('div', { class: 'form-group' }, h('label', { for: ids.file }, 'Файл'), this.file,
      h('label', { for: ids.file, class: 'btn btn-default btn-sm mcu-pick' }, 'Выбрать файл'), this.chosen),
    this.send);
  }

  async upload() {
    const [file] = this.file.files;
    if (!file) {
      this.tell(new Problem(422, { title: 'Файл не выбран', detail: 'Выберите файл выгрузки.' }));
      this.file.focus();
      return;
    }
    const body = new FormData();
    body.append('file', file);
    this.send.disabled = true;
    this.report.replaceChildren(h('p', { role: 'status' }, 'Файл отправляется…'));
    try {
      await this.follow(await api('POST', `${SOURCES[this.source.value].path}?background=true`, body));
      this.file.value = '';
      this.chosen.textContent = '';
    } catch (problem) {
      this.tell(problem);
    }
    this.send.disabled = false;
  }

  /** Shows the progress until the import ends; a lost connection does not stop the watching. */
  async follow(started) {
    let report = started;
    while (this.isConnected) {
      this.report.replaceChildren(reportOf(report));
      if (report.state !== 'RUNNING') break;
      await new Promise((resume) => (this.timer = setTimeout(resume, WATCH_MS)));
      report = await api('GET', `/api/imports/${report.id}`).catch((problem) => {
        if (problem.isLost) return report;
        throw problem;
      });
    }
    this.refresh();
  }

  async refresh() {
    try {
      const list = await api('GET', '/api/imports');
      this.newest.replaceChildren(list.length ? h('div', { class: 'mcu-scroll' }, this.table(list)) : h('p', { class: 'text-muted' }, 'Загрузок ещё не было.'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.newest.replaceChildren(h('p', { class: 'text-muted' }, problem.detail));
    }
  }

  table(list) {
    const head = ['Файл', 'Откуда', 'Состояние', 'Строк', 'Новых', 'Обновлено', 'Без изменений', 'Не принято'];
    return h('table', { class: 'table table-condensed' },
      h('thead', null, h('tr', null, head.map((it) => h('th', { scope: 'col' }, it)))),
      h('tbody', null, list.map((it) => h('tr', null,
        h('td', null, h('button', { type: 'button', class: 'btn btn-link mcu-more', on: { click: () => this.open(it.id) } }, it.fileName)),
        [SOURCES[it.source]?.title || it.source, STATES[it.state], it.rowsRead, it.created, it.updated, it.unchanged, it.refusedCount]
          .map((value) => h('td', null, value))))));
  }

  async open(id) {
    try {
      await this.follow(await api('GET', `/api/imports/${id}`));
      this.report.scrollIntoView({ block: 'start' });
    } catch (problem) {
      this.tell(problem);
    }
  }

  tell(problem) {
    if (!(problem instanceof Problem)) throw problem;
    this.report.replaceChildren(h('div', { class: 'alert alert-danger', role: 'alert' }, h('strong', null, problem.title), h('div', null, problem.detail)));
  }
}

const STATES = { RUNNING: 'идёт', DONE: 'готово', FAILED: 'прервана' };

function reportOf(it) {
  const running = it.state === 'RUNNING';
  return h('section', { class: 'mcu-panel', 'aria-label': 'Ход загрузки' },
    h('h4', null, it.fileName, ' ', h('span', { class: `mcu-badge ${it.state === 'FAILED' ? 'mcu-late' : running ? '' : 'mcu-good'}` }, STATES[it.state])),
    running && h('progress', { class: 'mcu-progress', 'aria-label': 'Загрузка идёт' }),
    it.failure && h('p', { class: 'mcu-warning' }, it.failure),
    h('p', null, `${counted(it.rowsRead, 'строка прочитана', 'строки прочитаны', 'строк прочитано')}: новых ${it.created}, обновлено ${it.updated}, без изменений ${it.unchanged}, не принято ${it.refusedCount}.`),
    it.refused?.length > 0 && refusals(it));
}

function refusals(it) {
  const hidden = it.refusedCount - it.refused.length;
  return h('details', { open: true },
    h('summary', null, 'Что не принято и почему'),
    h('div', { class: 'mcu-scroll' }, h('table', { class: 'table table-condensed' },
      h('thead', null, h('tr', null, ['Строка файла', 'Столбец', 'Причина'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', null, it.refused.map((row) => h('tr', null, [row.row, row.column || '', row.reason].map((value) => h('td', null, value))))))),
    hidden > 0 && h('p', { class: 'text-muted' }, `Ещё не принято: ${hidden}.`));
}
