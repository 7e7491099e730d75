import { expect, test } from './site';

/** The main job: lecture 1 on a phone, from the start page to answers that are still there after a reload. */
test.describe('a newcomer with a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('reads lecture 1, follows requests through its installation, answers, reloads, and finds the answers kept', async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await page.goto('./');
    await page.getByRole('link', { name: /^Begin with lecture 1/ }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Works on my machine');

    const figure = page.locator('#installing-requests');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', 'true');
    const here = figure.locator('.install-here');
    const met = new Set<string>();
    const next = figure.getByRole('button', { name: 'Next', exact: true });
    await figure.getByRole('button', { name: 'From the start' }).tap();
    for (let step = 0; step < 200; step++) {
      met.add(await here.innerText());
      if ((await next.getAttribute('aria-disabled')) === 'true') break;
      await next.tap();
    }
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    expect(met.size).toBeGreaterThan(8);
    for (const project of ['requests', 'charset-normalizer', 'idna', 'urllib3', 'certifi'])
      await expect(figure).toContainText(project);

    const item = page.locator('ship-quiz[data-quiz-kind="single"]').first();
    await item.scrollIntoViewIfNeeded();
    await item.locator('.quiz-option[data-right] label').tap();
    await item.locator('.quiz-foot > button').tap();
    await expect(item).toHaveAttribute('data-state', 'right');
    await page.reload();
    await expect(item).toHaveAttribute('data-state', 'right');
    await expect(item.locator('.quiz-option[data-right] input')).toBeChecked();

    await page.goto('./lectures/');
    await expect(page.locator('.lecture-list > li').first()).toContainText(/1 of \d+ answered/);
  });
});
