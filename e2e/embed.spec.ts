import { axeFindings } from './axe';
import { clickChip, embedsIn, expect, figureIn, type Page, test } from './decks/decks';

const figures = ['command-lookup', 'module-lookup', 'install-steps'];

/** Notes every touch of a storage in every frame, and can make them throw. */
async function watchStorage(page: Page, blocked: boolean): Promise<void> {
  await page.addInitScript((isBlocked) => {
    const touched: string[] = [];
    Object.assign(window, { touched });
    const watch = (owner: object, name: string) => {
      const usual = Object.getOwnPropertyDescriptor(owner, name);
      Object.defineProperty(owner, name, {
        configurable: true,
        get() {
          touched.push(name);
          if (isBlocked) throw new DOMException('Access is denied for this document.', 'SecurityError');
          return usual?.get?.call(this);
        },
        set(value) {
          touched.push(name);
          if (isBlocked) throw new DOMException('Access is denied for this document.', 'SecurityError');
          usual?.set?.call(this, value);
        },
      });
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) watch(window, name);
    watch(Document.prototype, 'cookie');
  }, blocked);
}

test.describe('an embed’s page', () => {
  for (const figure of figures) {
    for (const blocked of [false, true]) {
      test(`${figure} touches no storage${blocked ? ', and works where it is blocked' : ''}`, async ({ page }) => {
        await watchStorage(page, blocked);
        await page.goto(`./embed/v1/${figure}/`);
        await expect(page.locator('section.figure')).toHaveAttribute('data-live', 'true');
        const before = await page.locator('.figure-settings').textContent();
        await page.getByRole('radio', { checked: false }).first().check({ force: true });
        await expect(page.locator('.figure-settings')).not.toHaveText(before ?? '');
        await page.waitForTimeout(600);
        expect(await page.evaluate('touched')).toEqual([]);
      });
    }

    test(`${figure} has no furniture of the site, and says where it is at home`, async ({ page, baseURL }) => {
      await page.goto(`./embed/v1/${figure}/`);
      await expect(page.locator('header.bar, footer.foot, dialog')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toMatch(new RegExp(`/labs/${figure}/$`));
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
      expect(baseURL).toBeDefined();
    });
  }

  test('takes what its address asks for', async ({ page }) => {
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    await page.goto('./embed/v1/command-lookup/');
    const usual = await size();
    await page.goto('./embed/v1/command-lookup/?theme=dark&scale=2&readonly=1&density=stage');
    expect(await size()).toBeCloseTo(usual * 2, 1);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    expect(await html.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
    await expect(page.locator('section.figure')).toHaveAttribute('data-live', 'true');
    await expect(page.getByRole('radio').first()).toBeDisabled();
    await expect(page.locator('.figure-fold').first()).toBeHidden();
    await expect(page.locator('.embed-notice')).toBeHidden();
  });

  test('covers its answer when the slide asks for it, until somebody lifts the cover', async ({ page }) => {
    await page.goto('./embed/v1/command-lookup/?hide=answer');
    const answer = 'bash takes';
    await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
    await expect(page.locator('.figure-happened')).not.toContainText(answer);
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expect(page.locator('.figure-happened')).toContainText(answer);
  });

  test('says what it couldn’t take, and shows the rest', async ({ page }) => {
    await page.goto('./embed/v1/command-lookup/?theme=sepia&scale=99&host=keynote');
    await expect(page.locator('.embed-notice')).toContainText('theme is “sepia”');
    await expect(page.locator('.embed-notice')).toContainText('scale is “99”');
    await expect(page.locator('section.figure')).toHaveAttribute('data-live', 'true');
  });

  test('opens the state in its fragment, and says of a damaged one that it is', async ({ page, deck }) => {
    await deck.open('plain', {
      ELEMENTS: '<shipshape-figure id="f" figure="command-lookup"><p>-</p></shipshape-figure>',
    });
    await figureIn(page, '#f');
    await clickChip(page, '#f iframe', 'pip');
    await expect(page.locator('#f')).toHaveAttribute('state', /^#1\./);
    const state = await page.locator('#f').getAttribute('state');
    await page.goto(new URL(`./embed/v1/command-lookup/${state}`, test.info().project.use.baseURL).href);
    await expect(page.getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
    await page.goto('about:blank');
    await page.goto(new URL('./embed/v1/command-lookup/#1.damaged', test.info().project.use.baseURL).href);
    await expect(page.getByText('The link to this figure is damaged')).toBeVisible();
    await expect(page.locator('section.figure')).toHaveAttribute('data-live', 'true');
  });
});

test.describe('a page with a strict policy of its own', () => {
  test('has figures side by side, as high as they need', async ({ page, deck }) => {
    await deck.open('plain', {
      ELEMENTS:
        '<shipshape-figure id="f" figure="command-lookup"></shipshape-figure><shipshape-figure id="g" figure="module-lookup" height="300"></shipshape-figure>',
    });
    const figure = await figureIn(page, '#f');
    const inside = await figure.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect.poll(() => page.locator('#f').evaluate((element) => element.clientHeight)).toBe(inside);
    await page.locator('#g').scrollIntoViewIfNeeded();
    await figureIn(page, '#g');
    expect(await page.locator('#g').evaluate((element) => element.clientHeight)).toBe(300);
  });

  for (const phase of ['waiting', 'live'] as const) {
    test(`has no finding of axe while a figure in it is ${phase}`, async ({ page, deck }) => {
      const hidden = phase === 'waiting' ? 'height: 3000px' : '';
      await deck.open('plain-open', {
        ELEMENTS: `<p style="${hidden}">Text.</p><shipshape-figure id="f" figure="command-lookup" scenario="one-laptop"></shipshape-figure>`,
      });
      await expect(page.locator('#f')).toHaveAttribute('data-phase', phase);
      if (phase === 'live') await page.keyboard.press('Tab');
      expect(await axeFindings(page)).toEqual([]);
    });
  }

  test('has a figure that was hidden at first, and had no size, once it is shown', async ({ page, deck }) => {
    await deck.open('plain', {
      ELEMENTS:
        '<shipshape-figure id="f" figure="command-lookup" hidden></shipshape-figure><div id="box"><iframe id="g" title="plain" hidden src="SITE/embed/v1/command-lookup/"></iframe></div>',
    });
    await page.waitForTimeout(500);
    expect(await page.locator('#f').getAttribute('data-phase')).toBe('waiting');
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('[hidden]')) element.hidden = false;
    });
    await figureIn(page, '#f');
    await page.locator('#g').scrollIntoViewIfNeeded();
    await expect(page.frameLocator('#g').locator('section.figure')).toHaveAttribute('data-live', 'true');
  });

  test('has a still and a link for a figure whose author wrote none, and only the author’s where there are some', async ({
    page,
    deck,
  }) => {
    await deck.open('plain', {
      ELEMENTS:
        '<div hidden><shipshape-figure id="f" figure="command-lookup" scenario="one-laptop" state="#1.abc"></shipshape-figure><shipshape-figure id="g" figure="command-lookup"><p>Mine</p></shipshape-figure></div>',
    });
    await expect(page.locator('#f > img')).toHaveAttribute('src', /\/embed\/v1\/command-lookup\/one-laptop\.svg$/);
    await expect(page.locator('#f > a')).toHaveAttribute('href', /\/labs\/command-lookup\/one-laptop\/#1\.abc$/);
    await expect(page.locator('#f')).toHaveAttribute('state', '#1.abc');
    await expect(page.locator('#g > :not([data-shipshape])')).toHaveCount(1);
  });

  test('loads nothing of a figure below what is seen', async ({ page, deck }) => {
    await deck.open('plain', {
      ELEMENTS: '<p id="tall"></p><shipshape-figure id="f" figure="command-lookup"><p>-</p></shipshape-figure>',
    });
    await page.locator('#tall').evaluate((element) => {
      element.style.height = '3000px';
    });
    await page.reload();
    await page.locator('#tall').evaluate((element) => {
      element.style.height = '3000px';
    });
    await page.locator('#f').scrollIntoViewIfNeeded();
    await figureIn(page, '#f');
    expect(embedsIn(page)).toEqual(['command-lookup']);
  });

  test('asks the course for nothing but the script before a figure is seen', async ({ page, deck }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await deck.open('plain', {
      ELEMENTS: '<div hidden><shipshape-figure figure="command-lookup"><p>-</p></shipshape-figure></div>',
    });
    await page.waitForTimeout(500);
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/plain.html', '/embed.js']);
  });
});
