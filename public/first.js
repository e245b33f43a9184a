/**
 * @file Says in the place of the page why it does not come, and what to do. A classic script in the language of 2009,
 * so that every browser reads it; the page itself is modules. It runs before they do.
 */
(function () {
  /** Milliseconds after which a page that has not come is worth a word. */
  var LONG = 20000;

  /** Known before anything fails; the first that applies is said at once. */
  var KNOWN = [
    {
      applies: function () {
        return location.protocol === "file:";
      },
      words:
        "It was opened as a file, and browsers do not let such a page load its parts. " +
        "Put its folder on a web server, or open the single file geneft.html, which needs none.",
    },
    {
      applies: isOld,
      words:
        "This browser is too old for it. It needs Safari 16.4, Chrome or Edge 111, Firefox 115, or a later one.",
    },
  ];

  /** Why a program that was asked for did not come; the first that applies is said. */
  var FAILED = [
    {
      applies: function () {
        return window.origin === "null";
      },
      words:
        "It stands in a closed frame (sandbox), for which its server does not give out programs. " +
        "Open it in a window of its own:",
      link: true,
    },
    {
      applies: function () {
        return navigator.onLine === false;
      },
      words: "This device is not connected. Load it again when it is.",
      again: true,
    },
    {
      applies: function () {
        return true;
      },
      words:
        "Its program did not come. Either the connection is down, or the page was published anew: load it again.",
      again: true,
    },
  ];

  /** Whether it lacks what came last to the browsers that the page is served to (package.json). */
  function isOld() {
    return !(
      "noModule" in HTMLScriptElement.prototype &&
      "inert" in HTMLElement.prototype &&
      "toSorted" in Array.prototype &&
      "DecompressionStream" in window &&
      CSS.supports("color", "color-mix(in srgb, red, blue)")
    );
  }

  /** The first words, or null once the page has taken their place. */
  function place() {
    return document.getElementById("first");
  }

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(document.createTextNode(" "));
    parent.appendChild(element);
    return element;
  }

  function addLink(parent) {
    var link = add(parent, "a", location.href);
    link.href = location.href;
    link.target = "_blank";
  }

  function say(reason) {
    var words = place();
    if (!words) return;
    words.setAttribute("role", "alert");
    words.textContent = reason.words;
    if (reason.again)
      add(words, "button", "Load again").onclick = function () {
        location.reload();
      };
    if (reason.link) addLink(words);
  }

  /** Whether one of them applied. */
  function sayFirst(reasons) {
    var i;
    for (i = 0; i < reasons.length; i++)
      if (reasons[i].applies()) {
        say(reasons[i]);
        return true;
      }
    return false;
  }

  if (sayFirst(KNOWN)) return;

  addEventListener(
    "error",
    function (event) {
      if (event.target && event.target.nodeName === "SCRIPT") sayFirst(FAILED);
      else if (event.message)
        say({ words: "It could not begin here (".concat(event.message, ")."), again: true });
    },
    true
  );

  setTimeout(function () {
    if (place() && place().getAttribute("role") === "status")
      say({
        words: "It takes longer than it should: the connection may be slow. It comes by itself, or",
        again: true,
      });
  }, LONG);
})();
