import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { useWords } from '../words/words.ts'
import { useKeyAct } from './use-key-act.ts'

type ExchangeButtonProps = {
  word: 'rotateMaster' | 'rotateIndex'
  exchange: () => Promise<unknown>
  disabled?: boolean
}

/** Exchanges a key, once it has been said what that asks for. */
export function ExchangeButton({ word, exchange, disabled }: ExchangeButtonProps) {
  const { t } = useWords()
  const act = useKeyAct(exchange)
  const title = t(`keys.${word}`)
  const ask = async (): Promise<void> => {
    if (await confirm({ title, text: t(`keys.${word}Text`), action: title })) act.mutate()
  }
  return (
    <Button busy={act.isPending} disabled={disabled} onClick={() => void ask()}>
      {title}
    </Button>
  )
}
