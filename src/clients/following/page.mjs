// The page that follows a register, in a real browser: what is written appears, as text, and a lost connection is taken
// up again without a gap.
import net from "node:net";
import { chromium } from "playwright-core";

const [page, register, key] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

async function rename(name) {
  const answer = await fetch(`${register}/api/v1/parties/exemplary`, {
    method: "PATCH",
    headers: { "Authorization": `Bearer ${key}`, "If-Match": "*", "Content-Type": "application/merge-patch+json" },
    body: JSON.stringify({ name, changeReason: name }),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
}

// Between the page and the register stands a wire that can be cut.
const sockets = new Set();
const { hostname, port } = new URL(register);
const wire = net.createServer((near) => {
  const far = net.connect(port, hostname);
  for (const [one, other] of [[near, far], [far, near]]) {
    sockets.add(one);
    one.pipe(other);
    one.on("error", () => {}).on("close", () => { sockets.delete(one); other.destroy(); });
  }
});
await new Promise((listening) => wire.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${wire.address().port}`;

const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
try {
  const tab = await browser.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error));
  await tab.goto(`${page}?register=${address}`);
  await tab.getByText(`Following ${address}.`).waitFor();
  const run = Date.now();

  await rename(`One ${run} <img src=x onerror="document.title='run'">`);
  await tab.locator("li", { hasText: `One ${run} <img` }).waitFor();
  if (await tab.locator("li img").count() || await tab.title() === "run") throw new Error("a reason was taken for markup");

  sockets.forEach((socket) => socket.destroy());
  await rename(`Two ${run}`);
  await tab.getByText("The connection was lost").waitFor();
  await rename(`Three ${run}`);
  await tab.locator("li", { hasText: `Three ${run}` }).waitFor();
  for (const which of ["One", "Two", "Three"]) {
    const shown = await tab.locator("li", { hasText: `${which} ${run}` }).count();
    if (shown !== 1) throw new Error(`${which} is shown ${shown} times`);
  }
  if (errors.length) throw errors[0];
  console.log("the page shows each change once");
} finally {
  await browser.close();
  sockets.forEach((socket) => socket.destroy());
  wire.close();
}
