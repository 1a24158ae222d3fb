/** What a shop's own script does to its page: tabs, text that comes late, and navigation without a new document. */
document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const tab = target?.closest('[role="tab"]');
  if (tab) {
    for (const other of document.querySelectorAll('[role="tab"]')) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
  }
  const readMore = target?.closest(".read-more");
  if (readMore) {
    readMore.replaceWith(document.getElementById(readMore.dataset.template).content.cloneNode(true));
  }
  const link = target?.closest(".tiles a[href$='.html']");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    await showWithoutReload(link.href, true);
  }
});

addEventListener("popstate", () => showWithoutReload(location.href, false));

async function showWithoutReload(address, remember) {
  const answer = await fetch(address);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (remember) history.pushState(null, "", address);
  document.title = next.title;
  for (const old of document.querySelectorAll('main, .breadcrumb, script[type="application/ld+json"]'))
    old.remove();
  document.head.append(...next.querySelectorAll('script[type="application/ld+json"]'));
  document.querySelector(".site-header").after(...next.querySelectorAll(".breadcrumb, main"));
  scrollTo(0, 0);
}
