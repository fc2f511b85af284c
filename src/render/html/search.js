(() => {
  const by = id => document.getElementById(id);
  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const all = JSON.parse(by('pages').textContent);
  all.forEach(page => { page.head = plain(page.title); page.all = page.head + ' ' + plain(page.words); });
  const line = page => {
    const item = document.createElement('li'), link = document.createElement('a');
    link.href = page.file;
    link.textContent = page.title;
    item.append(link);
    return item;
  };
  by('asked').addEventListener('input', event => {
    const asked = plain(event.target.value).split(/\s+/).filter(Boolean);
    const holds = text => asked.every(word => text.includes(word));
    const found = asked.length ? all.filter(page => holds(page.all)) : [];
    found.sort((one, other) => holds(other.head) - holds(one.head));
    by('found').replaceChildren(...found.slice(0, 40).map(line));
    by('none').hidden = !asked.length || found.length > 0;
  });
  by('search').hidden = false;
})();
