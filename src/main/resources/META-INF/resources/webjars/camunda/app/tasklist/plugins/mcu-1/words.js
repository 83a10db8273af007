/** Russian words, dates and texts; pure functions, tested without a browser. */

/** plural(3, 'день', 'дня', 'дней') → 'дня' */
export function plural(count, one, few, many) {
  const n = Math.abs(Math.trunc(count)) % 100;
  const last = n % 10;
  if (n > 10 && n < 20) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

export const counted = (count, one, few, many) => `${count} ${plural(count, one, few, many)}`;

/** How much time is left until the moment, in calendar time: «осталось 2 дня 3 часа», «просрочено на 40 минут». */
export function timeLeft(due, now = new Date()) {
  const minutes = Math.round((new Date(due) - now) / 60000);
  if (Number.isNaN(minutes)) return '';
  const span = spanOf(Math.abs(minutes));
  return minutes >= 0 ? `осталось ${span}` : `просрочено на ${span}`;
}

function spanOf(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [];
  if (days) parts.push(counted(days, 'день', 'дня', 'дней'));
  if (hours && days < 10) parts.push(counted(hours, 'час', 'часа', 'часов'));
  if (!days && hours < 3 && (minutes % 60 || !hours)) parts.push(counted(minutes % 60, 'минута', 'минуты', 'минут'));
  return parts.join(' ').replace(/(\d*[02-9]?1) минута/, '$1 минуту');
}

/** 'late' after the moment, 'soon' less than four hours before it, else 'calm'. */
export function urgency(due, now = new Date()) {
  const hours = (new Date(due) - now) / 3600000;
  if (hours < 0) return 'late';
  return hours < 4 ? 'soon' : 'calm';
}

let zone;

/** The city's zone; without it moments are shown in the browser's own. */
export function useZone(id) {
  zone = id;
}

/** '2026-11-21T07:00:00Z' → '21.11.2026 10:00' */
export function moment(value) {
  return value ? formatted(value, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }) : '';
}

/** '10:42' when it is today, otherwise with the date. */
export function clock(value, now = new Date()) {
  if (!value) return '';
  const full = moment(value);
  return full.slice(0, 10) === moment(now).slice(0, 10) ? full.slice(11) : full;
}

/** '2026-12-01' → '01.12.2026' */
export function day(value) {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(value || '');
  return found ? `${found[3]}.${found[2]}.${found[1]}` : '';
}

/** The first moment of a day in the city's zone, as ISO 8601 in UTC; with `after` the first moment of the day after it. */
export function midnight(date, after = 0, timeZone = zone) {
  const utc = new Date(`${date}T00:00:00Z`);
  utc.setUTCDate(utc.getUTCDate() + after);
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(utc);
  const [, sign, hours, minutes] = /GMT([+-])?(\d\d)?:?(\d\d)?/.exec(shown.find((it) => it.type === 'timeZoneName').value);
  const offset = (sign === '-' ? -1 : 1) * (Number(hours || 0) * 60 + Number(minutes || 0));
  return new Date(utc.getTime() - offset * 60000).toISOString();
}

function formatted(value, options) {
  return new Intl.DateTimeFormat('ru-RU', { ...options, timeZone: zone }).format(new Date(value)).replace(',', '');
}

/** '2026-12-02' → '2 декабря 2026 г., среда': date fields show numbers in the order of the browser's language. */
export function dayInWords(value) {
  const noon = new Date(`${value}T12:00:00Z`);
  if (!value || Number.isNaN(noon.getTime())) return '';
  const part = (options) => new Intl.DateTimeFormat('ru-RU', { ...options, timeZone: 'UTC' }).format(noon);
  return `${part({ day: 'numeric', month: 'long', year: 'numeric' })}, ${part({ weekday: 'long' })}`;
}

/** Puts known values into «{{имя}}»; unknown ones stay, so that the author sees them. */
export function fillTemplate(text, values) {
  return text.replace(/\{\{([^{}]{1,40})}}/g, (all, name) => values[name.trim()] || all);
}

/** 'Иванова Анна Петровна' → 'Анна'; a name that is not two or three Russian words stays as it is. */
export function firstName(name) {
  const words = (name || '').trim().split(/\s+/);
  if (words.length === 3 && /(вич|вна|ична|ьич|тич|мич)$/i.test(words[2])) return words[1];
  if (words.length === 3 && /(вич|вна|ична|ьич|тич|мич)$/i.test(words[1])) return words[0];
  return words.length === 2 ? words[0] : (name || '').trim();
}

export function fileSize(bytes) {
  if (bytes < 1024) return counted(bytes, 'байт', 'байта', 'байт');
  const unit = bytes < 1048576 ? ['КБ', 1024] : ['МБ', 1048576];
  return `${(bytes / unit[1]).toFixed(bytes / unit[1] < 10 ? 1 : 0).replace('.', ',')} ${unit[0]}`;
}

/** Whether the place of a finding still reads as it did when it was checked. */
export function isUnchanged(text, finding, checkedText) {
  return text.slice(finding.from, finding.to) === checkedText.slice(finding.from, finding.to);
}

/** Only links that lead to a page; anything else (javascript:, data:) is no link. */
export function safeLink(link) {
  return /^https?:\/\//i.test(link || '') || /^\/(?!\/)/.test(link || '') ? link : null;
}

/** Empty texts become null, so that the server does not read them as wrong codes. */
export function withoutBlanks(input) {
  if (Array.isArray(input)) return input.map(withoutBlanks);
  if (input && typeof input === 'object') {
    return Object.fromEntries(
      Object.entries(input).filter(([key]) => !key.startsWith('$$')).map(([key, value]) => [key, withoutBlanks(value)])
    );
  }
  return typeof input === 'string' && input.trim() === '' ? null : input;
}
