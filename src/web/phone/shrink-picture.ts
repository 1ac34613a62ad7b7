/** Fine enough to read small print by. */
const longestSide = 2_400
const quality = 0.85

/** The picture as it is seen and no larger; what the camera wrote beside it, such as the place, stays behind. */
export async function shrinkPicture(picture: File, name: string): Promise<File> {
  const drawn = await createImageBitmap(picture)
  const scale = Math.min(1, longestSide / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width * scale)
  canvas.height = Math.round(drawn.height * scale)
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  drawn.close()
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!content) throw new Error('The canvas gives no picture.')
  return new File([content], `${name}.jpg`, { type: 'image/jpeg' })
}
