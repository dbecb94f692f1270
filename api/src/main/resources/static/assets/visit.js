// The page of a visit, where the connection is poor. What is entered is kept on the device until the server has it, and says so:
// words and marks in localStorage, pictures in IndexedDB, each under the account and the number of the visit.
(() => {
  const form = document.getElementById('visit');
  if (!form) {
    return;
  }
  const say = form.dataset;
  const place = `assay.visit.${say.account}.${say.visit}`;
  const state = document.getElementById('send-state');
  const faults = document.getElementById('faults');
  const open = say.open === 'true';
  const AGAIN = 20000;
  const KEPT = 'kept';
  const WAITING = 'waiting';

  const show = (kind, text) => {
    state.className = `send-state ${kind}`;
    state.textContent = text;
  };
  const fill = (text, ...values) => values.reduce((all, value, at) => all.replace(`{${at}}`, value), text);
  // crypto.randomUUID is there only over https; a site within an office may have none.
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

  const load = () => {
    try {
      return JSON.parse(localStorage.getItem(place));
    } catch {
      return null;
    }
  };
  const keep = (entry) => {
    try {
      localStorage.setItem(place, JSON.stringify(entry));
      return true;
    } catch {
      show('bad', say.full);
      return false;
    }
  };

  // A new sign-in gives forms a new token: the one of this page may be hours old.
  const token = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const field = page.querySelector('#visit input[name=_csrf]');
    return answer.ok && field ? field.value : null;
  };
  const post = async (address, body) => {
    const send = (csrf) => {
      body.set('_csrf', csrf);
      return fetch(address, { method: 'POST', body, redirect: 'manual' });
    };
    let answer = await send(form.elements._csrf.value);
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      const fresh = await token();
      if (fresh === null) {
        return { login: true };
      }
      form.elements._csrf.value = fresh;
      answer = await send(fresh);
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      return { login: true };
    }
    if (answer.status >= 500) {
      throw new Error(`status ${answer.status}`);
    }
    const type = answer.headers.get('Content-Type') || '';
    const said = type.includes('json') ? await answer.json() : { faults: [`HTTP ${answer.status}`] };
    return { ok: answer.ok, ...said };
  };

  // Words and marks
  const items = Array.from(form.querySelectorAll('[data-item]'));
  const report = () => ({
    day: form.elements.day.value,
    checklist: say.checklist,
    version: say.version,
    consequence: form.elements.consequence.value,
    remark: form.elements.remark.value,
    findings: items.flatMap((item) => {
      const marked = item.querySelector('input[type=radio]:checked');
      const note = item.querySelector('.note input').value;
      return marked ? [{ item: item.dataset.item, mark: marked.value, note }] : [];
    }),
  });
  // A note without a mark is no finding yet, and is kept all the same.
  const notes = () => Object.fromEntries(items.map((item) => [item.dataset.item, item.querySelector('.note input').value]));
  const restore = (entry) => {
    form.elements.day.value = entry.report.day;
    form.elements.consequence.value = entry.report.consequence;
    form.elements.remark.value = entry.report.remark;
    const marks = new Map(entry.report.findings.map((finding) => [finding.item, finding.mark]));
    items.forEach((item) => {
      item.querySelector('.note input').value = entry.notes[item.dataset.item] || '';
      item.querySelectorAll('input[type=radio]').forEach((radio) => {
        radio.checked = radio.value === marks.get(item.dataset.item);
      });
    });
  };
  const count = () => {
    const marked = items.map((item) => [item, item.querySelector('input[type=radio]:checked')]);
    const failed = marked.filter(([, mark]) => mark && mark.value === 'FAILS');
    const key = failed.filter(([item]) => item.dataset.key === 'true').length;
    items.forEach((item) => item.classList.toggle('failed', failed.some(([one]) => one === item)));
    document.getElementById('counted').textContent =
      fill(say.count, marked.filter(([, mark]) => mark).length, items.length, key, failed.length - key);
  };

  let sending = false;
  const send = async () => {
    const entry = load();
    if (!open || sending || !entry || entry.state !== WAITING) {
      return;
    }
    sending = true;
    try {
      const said = await post(form.action, new URLSearchParams({ key: entry.key, report: JSON.stringify(entry.report) }));
      if (said.login) {
        show('bad', say.login);
      } else if (said.ok) {
        localStorage.removeItem(place);
        show('good', say.sent);
        location.reload();
      } else {
        keep({ ...entry, state: KEPT });
        faults.hidden = false;
        faults.textContent = said.faults.join('\n\n');
        faults.scrollIntoView({ block: 'center' });
        show('bad', say.faulty);
      }
    } catch {
      show('waiting', say.waiting);
    } finally {
      sending = false;
    }
  };
  if (open) {
    const before = load();
    if (before) {
      restore(before);
      show(before.state === WAITING ? 'waiting' : 'kept', before.state === WAITING ? say.waiting : say.kept);
    }
    form.addEventListener('input', (event) => {
      if (event.target.id === 'photo') {
        return;
      }
      // What is changed is another report: it gets another key, so that nobody takes it for the one before.
      if (keep({ key: newKey(), state: KEPT, report: report(), notes: notes() })) {
        show('kept', say.kept);
      }
      count();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      faults.hidden = true;
      const entry = load() || { key: newKey(), report: report(), notes: notes() };
      if (entry.report.findings.length === 0) {
        show('bad', say.empty);
        return;
      }
      keep({ ...entry, state: WAITING });
      show('waiting', say.waiting);
      send();
    });
    count();
  } else {
    form.addEventListener('submit', (event) => event.preventDefault());
    // Another person's result came first. What was entered here is sent too, and is shown beside it.
    const left = load();
    if (left && left.state === WAITING) {
      post(form.action, new URLSearchParams({ key: left.key, report: JSON.stringify(left.report) }))
        .then((said) => {
          if (said.ok) {
            localStorage.removeItem(place);
          } else if (!said.login) {
            keep({ ...left, state: KEPT });
          }
          if (!said.login) {
            location.reload();
          }
        })
        .catch(() => show('waiting', say.waiting));
    }
  }

  // Pictures
  const list = document.getElementById('papers');
  const store = new Promise((resolve, reject) => {
    const asked = indexedDB.open('assay-visits', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('papers', { keyPath: 'id', autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const done = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const papers = async (mode) => (await store).transaction('papers', mode).objectStore('papers');
  const line = (paper) => {
    const id = `paper-${paper.id}`;
    const found = document.getElementById(id);
    if (found) {
      return found;
    }
    const made = list.appendChild(document.createElement('li'));
    made.id = id;
    return made;
  };
  let uploading = false;
  const upload = async () => {
    if (uploading) {
      return;
    }
    uploading = true;
    try {
      const all = await done((await papers('readonly')).getAll());
      for (const paper of all.filter((one) => one.place === place)) {
        const shown = line(paper);
        shown.textContent = `${paper.name} – ${say.paperwaits}`;
        const body = new FormData();
        body.set('paper', paper.blob, paper.name);
        const said = await post(say.papers, body);
        if (said.login) {
          show('bad', say.login);
          return;
        }
        await done((await papers('readwrite')).delete(paper.id));
        shown.textContent = `${paper.name} – ${said.ok ? say.papersent : say.paperrefused}`;
        shown.title = said.ok ? '' : said.faults.join(' ');
      }
    } catch {
      // Without a connection they stay where they are.
    } finally {
      uploading = false;
    }
  };
  const add = async (name, blob) => {
    try {
      const id = await done((await papers('readwrite')).add({ place, name, blob }));
      line({ id }).textContent = `${name} – ${say.paperwaits}`;
    } catch {
      show('bad', say.full);
      return;
    }
    upload();
  };
  const photo = document.getElementById('photo');
  photo.addEventListener('change', async () => {
    for (const file of Array.from(photo.files)) {
      await add(file.name, file);
    }
    photo.value = '';
  });

  const pad = document.getElementById('signature');
  const pen = pad.getContext('2d');
  let drawn = false;
  const clear = () => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, pad.width, pad.height);
    drawn = false;
  };
  const point = (event) => {
    const box = pad.getBoundingClientRect();
    return [((event.clientX - box.left) * pad.width) / box.width, ((event.clientY - box.top) * pad.height) / box.height];
  };
  pad.addEventListener('pointerdown', (event) => {
    pad.setPointerCapture(event.pointerId);
    pen.lineWidth = 4;
    pen.lineCap = 'round';
    pen.strokeStyle = '#1a222c';
    pen.beginPath();
    pen.moveTo(...point(event));
  });
  pad.addEventListener('pointermove', (event) => {
    if (pad.hasPointerCapture(event.pointerId)) {
      pen.lineTo(...point(event));
      pen.stroke();
      drawn = true;
    }
  });
  document.getElementById('sign-clear').addEventListener('click', clear);
  document.getElementById('sign-use').addEventListener('click', () => {
    if (drawn) {
      pad.toBlob((blob) => {
        add('signature.png', blob);
        clear();
      }, 'image/png');
    }
  });
  clear();

  const again = () => {
    send();
    upload();
  };
  window.addEventListener('online', again);
  setInterval(again, AGAIN);
  again();

  // Over https the page itself is there without a connection too.
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register(say.worker).catch(() => {});
  }
})();
