import { alive, findings, statesOf } from './figure-states';
import { everyPage } from './pages';
import { expect, test } from './site';

for (const path of everyPage.filter((path) => /^\.\/labs\/[^/]+\/$/.test(path))) {
  test(`axe finds nothing in any state of a figure on ${path}, light or dark`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    const ids = await page.locator('section.figure').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(0);
    const found = new Map<string, readonly string[]>();
    const known = new Set<string>();
    let reached = 0;
    for (const id of ids) {
      const figure = await alive(page, id);
      for (const { name, reach } of await statesOf(page, figure)) {
        const leave = await reach();
        reached += 1;
        const here = await findings(page, figure, known);
        if (here.length > 0) found.set(`${id}: ${name}`, here);
        await leave?.();
      }
    }
    expect([...found]).toEqual([]);
    expect(reached).toBeGreaterThan(ids.length * 10);
  });
}
