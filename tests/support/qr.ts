import { createCanvas, loadImage } from '@napi-rs/canvas'
import { decodeQR } from 'qr/decode.js'
import type { Locator } from 'playwright-core'

/** What a phone reads off a picture of something on the page. @throws where it reads nothing */
export async function readQr(place: Locator): Promise<string> {
  const image = await loadImage(await place.screenshot())
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data })
}
