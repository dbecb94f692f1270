// What was entered on this device and never came in is shown also where the visit has ended: only a person lets go of it.
(() => {
  const left = document.getElementById('left');
  if (!left) {
    return;
  }
  const say = left.dataset;
  const place = `assay.visit.${say.account}.${say.visit}`;
  let entry = null;
  try {
    entry = JSON.parse(localStorage.getItem(place));
  } catch {
    // What cannot be read was not written by this page.
  }
  if (!entry) {
    return;
  }
  const { report } = entry;
  const found = new Map(report.findings.map((finding) => [finding.item, finding.mark]));
  left.querySelectorAll('[data-item]').forEach((row) => {
    const mark = found.get(row.dataset.item);
    const note = (entry.notes || {})[row.dataset.item] || '';
    if (!mark && !note) {
      row.remove();
      return;
    }
    const label = mark && left.querySelector(`[data-mark="${mark}"]`);
    row.querySelector('b').textContent = label ? label.textContent : '–';
    row.querySelector('small').textContent = note;
  });
  const consequence = left.querySelector(`[data-consequence="${report.consequence}"]`);
  document.getElementById('left-day').textContent = report.day;
  document.getElementById('left-consequence').textContent = consequence ? consequence.textContent : '–';
  document.getElementById('left-remark').textContent = report.remark || '–';
  left.hidden = false;

  document.getElementById('left-drop').addEventListener('click', () => {
    localStorage.removeItem(place);
    left.hidden = true;
  });
  const form = document.getElementById('left-form');
  if (form) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const faults = document.getElementById('left-faults');
      const body = new URLSearchParams({ _csrf: form.elements._csrf.value, key: entry.key, report: JSON.stringify(report) });
      try {
        const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
        const type = answer.headers.get('Content-Type') || '';
        const said = type.includes('json') ? await answer.json() : { faults: [say.again] };
        if (answer.ok) {
          localStorage.removeItem(place);
          location.reload();
          return;
        }
        faults.textContent = said.faults.join('\n\n');
      } catch {
        faults.textContent = say.again;
      }
      faults.hidden = false;
    });
  }
})();
