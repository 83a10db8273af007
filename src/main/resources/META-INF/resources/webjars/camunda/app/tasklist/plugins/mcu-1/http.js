import { useZone } from './words.js';

/** The application's own REST under Tasklist's login. Fails with {status, title, detail, errors}; status 0: no connection. */
export async function api(method, path, body, options = {}) {
  const multipart = body instanceof FormData;
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = csrfToken();
  if (body !== undefined && !multipart) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined || multipart ? body : JSON.stringify(body),
      credentials: 'same-origin',
      ...options
    });
  } catch (cause) {
    throw new Problem(0, { title: 'Нет связи с сервером', detail: 'Проверьте сеть: запрос не дошёл.', cause });
  }
  const answer = await content(response);
  if (!response.ok) throw new Problem(response.status, answer || {});
  return answer;
}

export class Problem extends Error {
  constructor(status, { title, detail, errors } = {}) {
    super(detail || title || 'Запрос не выполнен. Повторите позже.');
    this.status = status;
    this.title = title || 'Не получилось';
    this.detail = this.message;
    this.errors = errors || [];
  }

  /** Whether trying again later, perhaps after a new login, may help. */
  get isLost() {
    return [0, 401, 403, 502, 503, 504].includes(this.status);
  }
}

async function content(response) {
  if (response.status === 204) return null;
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null; // an error page of a proxy is no JSON; its status says enough
  }
}

export function csrfToken() {
  const cookie = document.cookie.split('; ').find((it) => it.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

let kept = null;

/** Lists for forms, asked for once a login. */
export function choices() {
  if (!kept) {
    kept = api('GET', '/api/choices').then((lists) => {
      useZone(lists.zone);
      return lists;
    });
    kept.catch(forgetChoices);
  }
  return kept;
}

export function forgetChoices() {
  kept = null;
}

export function uploadFile(messageId, role, file) {
  const body = new FormData();
  body.append('file', file);
  body.append('role', role);
  return api('POST', `/api/messages/${messageId}/attachments`, body);
}
