import { useObjectUrl } from '../ui/use-object-url.ts'
import { usePhoneWords } from './phone-words.ts'

/** The picture that a form is filled from. */
export function PictureHead({ picture }: { picture: Blob }) {
  const t = usePhoneWords()
  const address = useObjectUrl(picture)
  return <img className="picture-head" src={address} alt={t('cardPicture')} />
}
