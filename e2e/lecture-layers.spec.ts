import { expect, test } from './site';

const lecture = './lectures/a-good-dockerfile/';

test('an edit in the first figure costs what the text says, in the naive file and in the whole one', async ({
  page,
}) => {
  await page.goto(lecture);
  const figure = page.locator('#naive-figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', 'true', { timeout: 15_000 });
  await figure.getByRole('button', { name: 'Edit src/greeting/web.py' }).click();
  await expect(figure.locator('.layer-total')).toContainText('40 s', { timeout: 15_000 });
  await expect(figure.locator('.layer-total')).toContainText('5 of 5 steps run');
  await figure.getByRole('radio', { name: 'the whole good file' }).click();
  await expect(figure.locator('.layer-total')).toContainText('0.9 s');
});

test('a figure that comes late begins with what the text speaks of: the image, layer by layer', async ({ page }) => {
  await page.goto(lecture);
  const figure = page.locator('#apt-figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('radio', { name: 'Image', exact: true })).toBeChecked({ timeout: 15_000 });
  await expect(figure).toContainText('27 MB can’t be seen in any container', { timeout: 15_000 });
});

test('the name beside a claim leads to the builds that were recorded', async ({ page }) => {
  await page.goto(lecture);
  await page.getByRole('link', { name: 'edit-touch-changes-nothing' }).click();
  await expect(page).toHaveURL(/\/recorded-builds\/#edit-touch-changes-nothing$/);
  const builds = page.locator('#edit-touch-changes-nothing');
  await expect(builds).toBeInViewport();
  await expect(builds.getByRole('row', { name: 'COPY app /app' })).toContainText('ran');
  await expect(builds.getByRole('row', { name: 'COPY app /app' })).toContainText('cached');
});
