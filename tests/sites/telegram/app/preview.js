// As the site's own script: newer messages come in as server HTML when the end is near, numbers and the
// text of an edited message change in place.
const messages = document.querySelector('.js-message_history');
const ticks = Number(new URLSearchParams(location.search).get('ticks') ?? 1000);
let loading = false;

async function loadMore() {
  const more = messages.querySelector('.js-messages_more[data-after]');
  if (loading || !more || more.getBoundingClientRect().top > innerHeight + 600) return;
  loading = true;
  const html = await (await fetch(more.href, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })).text();
  const box = document.createElement('div');
  box.innerHTML = html;
  more.parentNode.replaceWith(...box.childNodes);
  loading = false;
  void loadMore();
}

function tick() {
  for (const views of document.querySelectorAll('.tgme_widget_message_views')) {
    views.firstChild.data = `${(Number.parseFloat(views.firstChild.data) + 0.1).toFixed(1)}K`;
  }
}

/** The first message is edited again and again: its text is written anew, its element stays. */
function edit() {
  const text = messages.querySelector('.js-message_text');
  const { innerHTML } = text;
  text.innerHTML = '';
  text.innerHTML = innerHTML;
}

addEventListener('scroll', () => void loadMore(), { passive: true });
void loadMore();
if (ticks > 0) {
  setInterval(tick, ticks);
  setInterval(edit, ticks * 3);
}
