// Runs before the first paint: the reader's theme, and the mark that scripts run. Its hash is in the Content-Security-Policy.
try {
  const theme = localStorage.getItem('shipshape:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
document.documentElement.classList.add('js');
