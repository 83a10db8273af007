import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clock, day, dayInWords, fileSize, fillTemplate, firstName, isUnchanged, midnight, moment, plural, safeLink, timeLeft, urgency, useZone, withoutBlanks
} from '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/plugins/mcu-1/words.js';

const NOON = new Date('2026-11-20T09:00:00Z');
const later = (minutes) => new Date(NOON.getTime() + minutes * 60000).toISOString();

test('слова согласуются с числом', () => {
  const days = (n) => plural(n, 'день', 'дня', 'дней');
  assert.deepEqual([0, 1, 2, 5, 11, 14, 21, 22, 111, 121].map(days),
    ['дней', 'день', 'дня', 'дней', 'дней', 'дней', 'день', 'дня', 'дней', 'день']);
});

test('остаток срока назван словами', () => {
  assert.equal(timeLeft(later(1440 * 2 + 180), NOON), 'осталось 2 дня 3 часа');
  assert.equal(timeLeft(later(95), NOON), 'осталось 1 час 35 минут');
  assert.equal(timeLeft(later(0), NOON), 'осталось 0 минут');
  assert.equal(timeLeft(later(-21), NOON), 'просрочено на 21 минуту');
  assert.equal(timeLeft(later(-11), NOON), 'просрочено на 11 минут');
  assert.equal(timeLeft(later(1440 * 30), NOON), 'осталось 30 дней');
  assert.equal(timeLeft('не дата', NOON), '');
});

test('цвет срока: спокойно, скоро, просрочено', () => {
  assert.deepEqual([600, 100, -1].map((it) => urgency(later(it), NOON)), ['calm', 'soon', 'late']);
});

test('моменты показываются в поясе города', () => {
  useZone('Asia/Barnaul');
  assert.equal(moment('2026-11-20T20:30:00Z'), '21.11.2026 03:30');
  assert.equal(clock('2026-11-20T08:42:00Z', NOON), '15:42');
  assert.equal(clock('2026-11-19T08:42:00Z', NOON), '19.11.2026 15:42');
  assert.equal(moment(null), '');
});

test('день начинается в полночь города', () => {
  assert.equal(midnight('2026-11-21', 0, 'Europe/Moscow'), '2026-11-20T21:00:00.000Z');
  assert.equal(midnight('2026-12-31', 1, 'Asia/Barnaul'), '2026-12-31T17:00:00.000Z');
  assert.equal(midnight('2026-11-21', 0, 'UTC'), '2026-11-21T00:00:00.000Z');
});

test('дата без времени', () => {
  assert.equal(day('2026-12-01'), '01.12.2026');
  assert.equal(day(undefined), '');
});

test('неизвестная подстановка остаётся видимой', () => {
  assert.equal(fillTemplate('Здравствуйте, {{имя}}! До {{ дата }}, {{адрес}}.', { имя: 'Анна', дата: '01.12.2026' }),
    'Здравствуйте, Анна! До 01.12.2026, {{адрес}}.');
  assert.equal(fillTemplate('{{имя}}', { имя: '$& <b>' }), '$& <b>');
});

test('обращаемся по имени, а не по фамилии', () => {
  assert.equal(firstName('Иванова Анна Петровна'), 'Анна');
  assert.equal(firstName('Пётр Ильич Фомин'), 'Пётр');
  assert.equal(firstName('Анна Смирнова'), 'Анна');
  assert.equal(firstName(null), '');
});

test('замена не трогает текст, который успел измениться', () => {
  const finding = { from: 8, to: 13 };
  assert.equal(isUnchanged('Звоните 12345 днём', finding, 'Звоните 12345'), true);
  assert.equal(isUnchanged('Пишите, звоните 12345', finding, 'Звоните 12345'), false);
});

test('ссылкой становится только адрес страницы', () => {
  assert.deepEqual(['https://vk.com/wall-1_2', '/api/attachments/1', 'javascript:alert(1)', '//evil.example', 'data:text/html,x', null].map(safeLink),
    ['https://vk.com/wall-1_2', '/api/attachments/1', null, null, null, null]);
});

test('пустые поля уходят как «нет значения»', () => {
  assert.deepEqual(withoutBlanks({ text: ' ', list: [{ body: '', $$hashKey: 'object:1' }], sure: false, mark: 0 }),
    { text: null, list: [{ body: null }], sure: false, mark: 0 });
});

test('размер файла', () => {
  assert.deepEqual([500, 2048, 15 * 1048576].map(fileSize), ['500 байт', '2,0 КБ', '15 МБ']);
});

test('день назван словами, чтобы не спутать с месяцем', () => {
  assert.equal(dayInWords('2026-12-02'), '2 декабря 2026 г., среда');
  assert.equal(dayInWords(''), '');
});
