import { api, Problem } from './http.js';
import { h } from './dom.js';
import { files, longText } from './card.js';
import { term, textOf } from './card-history.js';

/** Question and answer side by side, with what the answer standard says about the answer. Property: card. */
export class McuReview extends HTMLElement {
  set card(card) {
    const draft = (card.drafts || []).reduce((last, it) => (!last || it.version > last.version ? it : last), null);
    this.findings = h('div', { class: 'mcu-review-findings', role: 'status' });
    this.replaceChildren(
      h('section', { 'aria-label': 'Вопрос' }, h('h4', null, 'Вопрос'), longText(card.text || 'Текста нет.'), files(card.attachments?.filter((it) => it.role === 'MESSAGE'))),
      h('section', { 'aria-label': 'Ответ' }, h('h4', null, 'Ответ'), draft ? answer(draft) : h('p', null, 'Ответа ещё нет.'), this.findings)
    );
    if (draft) this.check(card, draft);
  }

  async check(card, draft) {
    try {
      const { findings, counters } = await api('POST', '/api/answers/check', {
        text: draft.text,
        channel: card.channel?.code,
        publicChannel: Boolean(card.channel?.publicPlace),
        kind: draft.kind === 'INTERIM' ? 'INTERIM' : 'ANSWER',
        outcome: OUTCOMES[draft.outcome] || null,
        promisedDate: draft.promisedOn,
        finalAnswerDate: draft.finalDueOn,
        authorName: card.author?.name,
        question: card.text
      });
      this.show(findings, counters, draft.text);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.findings.textContent = 'Проверка по стандарту ответа сейчас недоступна.';
    }
  }

  show(findings, counters, text) {
    const length = `Знаков: ${counters.length}${counters.recommended ? ` (советуем до ${counters.recommended})` : ''}.`;
    this.findings.replaceChildren(
      h('p', { class: 'text-muted' }, findings.length ? `${length} По стандарту ответа:` : `${length} По стандарту ответа замечаний нет.`),
      h('ul', { class: 'mcu-findings' }, findings.map((it) =>
        h('li', { class: it.severity === 'BLOCK' ? 'mcu-block' : 'mcu-warn' },
          h('span', null, it.message), it.to > it.from && h('q', null, text.slice(it.from, Math.min(it.to, it.from + 80))))))
    );
  }
}

const OUTCOMES = { решено: 'SOLVED', разъяснено: 'EXPLAINED', запланировано: 'PLANNED', отказано: 'REFUSED' };

const answer = (draft) => h('div', null,
  h('p', { class: 'text-muted' }, `Версия ${draft.version}, ${draft.kind === 'INTERIM' ? 'промежуточный ответ, ' : ''}${draft.outcome}${term(draft)}, пишет ${draft.author}`),
  textOf(draft));
