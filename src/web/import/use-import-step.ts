import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ImportSummary, type ImportWire, importQuery } from '../api/imports.ts'
import { toastError } from '../ui/toast.tsx'

/** One act on an import; what the server answers is what the page shows next. */
export function useImportStep<Input>(id: string, act: (input: Input) => Promise<ImportWire | ImportSummary>) {
  const client = useQueryClient()
  const { queryKey } = importQuery(id)
  return useMutation({
    mutationFn: act,
    onError: toastError,
    onSuccess: (answer) => {
      client.setQueryData(queryKey, (was) => was && { ...was, ...answer })
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
