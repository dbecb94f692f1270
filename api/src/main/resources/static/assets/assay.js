// Small conveniences; every page works without them.
document.addEventListener('keydown', (event) => {
  const field = document.querySelector('[data-slash]');
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
  if (event.key === '/' && field && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});
document.addEventListener('change', (event) => {
  const field = event.target.closest('[data-submit]');
  if (field) {
    field.form.submit();
  }
});
