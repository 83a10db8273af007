import { api, choices, Problem, uploadFile } from './http.js';
import { copyText, h } from './dom.js';
import { FieldErrors } from './form-errors.js';
import { Keeper } from './form-keeper.js';
import { banner, keptTexts } from './form-messages.js';
import { clock, day, dayInWords, firstName, moment, withoutBlanks } from './words.js';

/** Tasklist ignores exactly this text: the form itself says what is wrong. */
const STAYS_OPEN = 'camForm submission prevented';

const sessions = new WeakMap();

/**
 * Connects an embedded form with the application. Puts view, card, choices and input into its scope, keeps what is typed
 * on the server, and completes the task through the application instead of the engine.
 *
 * defaults(task): what the input starts with; context(input, task): what the answer's check must know besides the card.
 */
export function attach({ $scope, camForm, defaults = () => ({}), context = () => ({}) }) {
  return open(new FormSession($scope, camForm, { defaults, context, taskId: camForm.taskId }));
}

/** The same for the form that starts something: posts to the address and tells done(answer). */
export function start({ $scope, camForm, path, defaults = () => ({}), done }) {
  return open(new FormSession($scope, camForm, { defaults, context: () => ({}), path, done }));
}

function open(session) {
  sessions.get(session.$scope)?.close(); // Tasklist gives the next task's form the same scope
  sessions.set(session.$scope, session);
  session.open();
  return session;
}

class FormSession {
  constructor($scope, camForm, options) {
    this.$scope = $scope;
    this.element = camForm.formElement[0];
    this.options = options;
    this.watches = [];
    this.messages = h('div', { class: 'mcu-messages' });
    this.note = h('p', { class: 'mcu-saved', role: 'status' });
    this.errors = new FieldErrors(this.element);
    $scope.input = {};
    $scope.files = {};
    $scope.findings = [];
    $scope.view = $scope.card = $scope.choices = $scope.task = undefined;
    $scope.mcu = { ready: false, has: (rule) => $scope.findings.some((it) => it.ruleId === rule), copy: (id) => this.copy(id), moment };
    camForm.submitVariables = (done) => this.submit(done);
  }

  open() {
    this.element.classList.add('mcu-form');
    this.element.setAttribute('novalidate', '');
    this.element.prepend(this.messages);
    this.element.append(this.note);
    this.listen();
    this.load();
  }

  async load() {
    const { taskId } = this.options;
    this.messages.replaceChildren(h('p', { class: 'text-muted', role: 'status' }, 'Загружается…'));
    try {
      const [task, lists] = await Promise.all([taskId ? api('GET', `/api/tasks/${taskId}`) : { input: null }, choices()]);
      if (!this.closed) this.apply(() => this.show(task, lists));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const retry = h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: () => this.load() } }, 'Повторить');
      this.messages.replaceChildren(banner('danger', problem.title, problem.detail, retry));
    }
  }

  show(task, lists) {
    const { $scope } = this;
    this.task = task;
    this.keeper = new Keeper({
      taskId: this.options.taskId,
      name: this.options.taskId || this.options.path,
      user: lists.user.id,
      input: () => withoutBlanks($scope.input),
      tell: (state) => this.tellKept(state)
    });
    const kept = this.keeper.recovered();
    $scope.task = task;
    $scope.card = task.card;
    $scope.view = task.view || {};
    $scope.choices = lists;
    this.initial = this.options.defaults(task, lists);
    $scope.input = { ...structuredClone(this.initial), ...task.input, ...kept };
    $scope.mcu.ready = true;
    this.messages.replaceChildren();
    this.element.querySelectorAll('mcu-card').forEach((it) => (it.task = task));
    this.element.querySelectorAll('mcu-review').forEach((it) => (it.card = task.card));
    if (kept || task.input) this.note.textContent = `Восстановлено то, что вы ввели раньше${task.savedAt ? ` (${clock(task.savedAt)})` : ''}.`;
    if (task.leftOver?.length) this.messages.append(keptTexts('Ваш текст из другой задачи этого сообщения', task.leftOver));
    this.watch();
  }

  /** Angular's own fields are bound by ng-model; dates, files and the editor are bound here. */
  listen() {
    const on = (event, listener) => this.element.addEventListener(event, listener);
    on('input', ({ target }) => {
      this.errors.clear(target);
      if (target.dataset?.date) this.apply(() => (this.$scope.input[target.dataset.date] = target.value || null));
    });
    on('change', ({ target }) => {
      this.errors.clear(target);
      if (target.dataset?.upload && target.files.length) this.upload(target);
    });
    on('mcu-change', ({ target, detail }) => this.apply(() => (this.$scope.input[target.getAttribute('field')] = detail.value)));
    on('mcu-findings', ({ detail }) => this.apply(() => (this.$scope.findings = detail.findings)));
    on('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      completeButton(this.element)?.click();
    });
    on('focusout', () => this.keeper?.saveSoon());
    this.leave = () => document.visibilityState === 'hidden' && this.keeper?.flush();
    document.addEventListener('visibilitychange', this.leave);
    window.addEventListener('pagehide', this.leave);
    this.watches.push(this.$scope.$on('$destroy', () => this.close()));
  }

  watch() {
    const { $scope } = this;
    this.watches.push(
      $scope.$watch('input', (input, before) => {
        this.refresh(input);
        if (input !== before) this.typed(input, before);
      }, true),
      $scope.$watch(() => this.isMine(), (mine) => this.allow(mine))
    );
  }

  typed(input, before) {
    Object.keys(input).filter((it) => JSON.stringify(input[it]) !== JSON.stringify(before[it])).forEach((it) => this.errors.clearField(it));
    if (this.fixable && !this.errors.any()) this.problem?.remove();
    this.keeper.changed();
  }

  isMine() {
    const disabled = this.$scope.options?.disableForm;
    return this.options.taskId ? (disabled === undefined ? this.task.mine : !disabled) : true;
  }

  allow(mine) {
    this.element.querySelectorAll('.mcu-fields').forEach((it) => (it.disabled = !mine));
    this.element.querySelectorAll('mcu-draft-editor').forEach((it) => (it.disabled = !mine));
    this.hint?.remove();
    if (mine) return;
    const text = this.task.assignee
      ? `Эту задачу выполняет ${this.task.assigneeName || 'другой сотрудник'}.`
      : 'Нажмите «Взять себе», чтобы начать.';
    this.hint = h('p', { class: 'mcu-claim', role: 'status' }, text);
    this.element.querySelector('.mcu-fields')?.before(this.hint);
  }

  refresh(input) {
    this.element.querySelectorAll('[data-date]').forEach((it) => {
      const value = input[it.dataset.date] || '';
      if (it.value !== value && document.activeElement !== it) it.value = value;
      this.errors.noteOf(it).textContent = dayInWords(value);
    });
    const card = this.task.card;
    this.element.querySelectorAll('mcu-draft-editor').forEach((editor) => {
      editor.values = placeholders(card, input);
      editor.context = {
        channel: card.channel?.code,
        publicChannel: Boolean(card.channel?.publicPlace),
        authorName: card.author?.name,
        question: card.text,
        ...this.options.context(input, this.task)
      };
      editor.value = input[editor.getAttribute('field')];
      editor.topic = card.topicGroup || '';
    });
  }

  async upload(field) {
    const { upload: name, role } = field.dataset;
    const tell = this.errors.statusOf(field);
    tell.textContent = 'Файл загружается…';
    try {
      const file = await uploadFile(this.task.messageId, role, field.files[0]);
      this.apply(() => {
        this.$scope.input[name] = file.id;
        this.$scope.files[name] = file;
      });
      tell.textContent = `Приложено: ${file.fileName}`;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      tell.textContent = '';
      field.value = '';
      this.errors.show([{ field: name, message: problem.errors[0]?.message || problem.detail }]);
    }
  }

  async copy(id) {
    const field = document.getElementById(id);
    const copied = await copyText(field.value, field);
    this.note.textContent = copied ? 'Скопировано.' : 'Выделите текст и нажмите Ctrl+C.';
  }

  async submit(done) {
    this.errors.clearAll();
    this.problem?.remove();
    const { taskId, path } = this.options;
    try {
      await this.keeper.settled();
      const answer = await api('POST', taskId ? `/api/tasks/${taskId}/complete` : path, withoutBlanks(this.$scope.input));
      this.keeper.forget();
      this.options.done?.(answer);
      this.apply(() => done(null, {}));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.keeper?.changed();
      this.refuse(problem);
      this.apply(() => done(new Error(STAYS_OPEN)));
    }
  }

  refuse(problem) {
    const kind = problem.status === 422 || problem.isLost ? 'warning' : 'danger';
    const lost = problem.isLost && 'Введённое не пропало: отправьте ещё раз, когда связь и вход восстановятся.';
    const texts = problem.status === 409 && keptTexts('Введённый вами текст', [{ input: this.typedTexts(), savedAt: null }]);
    this.problem = banner(kind, problem.title, problem.errors.length ? '' : problem.detail, lost, loginLink(problem), this.errors.show(problem.errors), texts);
    this.fixable = this.errors.any();
    this.messages.prepend(this.problem);
    if (!this.errors.focusFirst()) this.problem.focus();
  }

  typedTexts() {
    return Object.fromEntries(Object.entries(this.$scope.input).filter(([name, value]) => value !== this.initial[name]));
  }

  tellKept({ at, problem }) {
    this.lost?.remove();
    this.lost = null;
    if (!problem) {
      this.note.textContent = `Сохранено в ${clock(at)}`;
      return;
    }
    this.note.textContent = '';
    const kept = at ? `Сохранено на сервере в ${clock(at)}; остальное будет сохранено` : 'Ваш текст будет сохранён';
    const text = problem.isLost
      ? `${kept}, как только связь вернётся. Не закрывайте эту вкладку.`
      : problem.detail;
    this.lost = banner('warning', problem.isLost ? 'Нет связи или сеанс завершён' : problem.title, text, loginLink(problem));
    this.messages.prepend(this.lost);
  }

  apply(change) {
    if (this.$scope.$root.$$phase) change();
    else this.$scope.$apply(change);
  }

  close() {
    if (this.closed) return;
    this.closed = true;
    this.keeper?.close();
    this.watches.forEach((stop) => stop());
    document.removeEventListener('visibilitychange', this.leave);
    window.removeEventListener('pagehide', this.leave);
  }
}

/** Tasklist's own button of the task or of the dialog that starts a process. */
const completeButton = (form) => [...form.closest('.modal-content, [cam-tasklist-task]')?.querySelectorAll('.btn-primary') || []]
  .find((it) => !form.contains(it) && it.offsetParent && !it.disabled && it.matches('.form-actions *, .modal-footer *'));

const loginLink = (problem) => [401, 403].includes(problem.status) &&
  h('a', { href: '/camunda/app/tasklist/', target: '_blank', rel: 'noopener' }, 'Откройте вход в новой вкладке');

const placeholders = (card, input) => ({
  имя: firstName(card.author?.name),
  адрес: card.place,
  дата: day(input.promisedOn || input.finalDueOn),
  исполнитель: card.executor?.title,
  организация: card.executor?.title
});
