import type { Page } from 'playwright-core'

/** Opens a page that nobody has begun to answer: what another test left in this tab is of no page. */
export async function openAfresh(tab: Page, url: string): Promise<void> {
  await tab.goto(new URL('/nothing', url).href)
  await tab.evaluate(() => sessionStorage.clear())
  await tab.goto(url)
}

/**
 * Goes through the questions one by one as somebody does who does not read: chooses all there is to choose, writes too
 * much, and a name. Tells of each state that the page was in.
 */
export async function answerInHaste(tab: Page, seen: (state: string) => Promise<void>): Promise<void> {
  while (!(await tab.locator('#review').isVisible())) {
    const question = (await tab.locator('.step.shown legend').innerText()).slice(0, 40)
    await fillIn(tab)
    await seen(`${question}, answered`)
    await tab.locator('#continue').click()
    if ((await tab.locator('.error:visible').count()) === 0) continue
    await seen(`${question}, with a problem`)
    await tab.locator('#skip').click()
  }
  await seen('to check')
}

async function fillIn(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const step = document.querySelector('.step.shown')
    const all = <E extends Element>(selector: string) => [...(step?.querySelectorAll<E>(selector) ?? [])]
    for (const choice of all<HTMLInputElement>('[type=radio], [type=checkbox]')) choice.click()
    // Each press draws the list anew.
    for (let press = 0; press < 2; press += 1) all<HTMLElement>('button.option:enabled')[0]?.click()
    for (const list of all<HTMLSelectElement>('select')) {
      if (list.closest('.ordered') !== null) continue
      list.selectedIndex = list.options.length - 1
      list.dispatchEvent(new Event('input', { bubbles: true }))
    }
  })
  for (const field of await tab.locator('.step.shown :is(textarea, input[type=text]):visible').all()) {
    await field.fill('My name is Anna, anna@example.org, 079 123 45 67. '.repeat(10))
    await field.blur()
  }
  // Own words are looked at once their list has come.
  if ((await tab.locator('.step.shown .warning').count()) > 0) {
    await tab.locator('.step.shown .word-warning:visible').first().waitFor()
  }
}
