import type { Label } from './label.ts'

/** Refusals about who one is and what one may. */
export const accessErrorCodes = {
  'access.sign_in_required': { zh: '请先登录。', en: 'Sign in first.' },
  'access.forbidden': {
    zh: '您没有此操作的权限，请联系负责人。',
    en: 'You do not have the right to do this; ask the company head.',
  },
  'access.level_above': {
    zh: '“{field}”将为“{level}”，高于您的可见密级上限；请选较低的密级，或请可见此密级的同事办理。',
    en: '“{field}” would be “{level}”, above your highest clearance; choose a lower one, or ask a colleague who may see that level.',
  },
  'access.purpose_not_held': {
    zh: '不能以“{purpose}”为使用目的：该目的不存在、已停用，或您的角色没有该目的。可用的目的：{allowed}。',
    en: 'You cannot work under the purpose “{purpose}”: it is unknown, switched off, or none of your roles has it. You may use: {allowed}.',
  },
  'access.key_purpose': {
    zh: '此 API 密钥只能用于“{purpose}”，不能以“{named}”为使用目的；请去掉 X-Dossier-Purpose，或改用其他密钥。',
    en: 'This API key works for “{purpose}” alone and not under “{named}”; leave out X-Dossier-Purpose, or use another key.',
  },
  'access.key_purpose_gone': {
    zh: '此 API 密钥所限的使用目的已停用、已删除，或其所有者已无此目的；请由管理员恢复该目的，或另建密钥。',
    en: 'The purpose of use of this API key is switched off, removed or no longer its owner’s; have it restored, or make another key.',
  },
  'access.default_not_held': {
    zh: '默认目的“{purpose}”不在此角色的使用目的之中；请先将其加入“使用目的”，或另选默认目的。',
    en: 'The default “{purpose}” is none of the purposes of this role; add it to them first, or choose another default.',
  },
  'access.default_by_consent': {
    zh: '“{purpose}”以个人同意为基础，不能作默认目的（角色：{roles}）：未指明目的的人会看不到未同意的客户。请另选默认目的，或改合法性基础。',
    en: '“{purpose}” rests on consent and cannot be a default (roles: {roles}): people who named none would lose the customers who have not consented. Choose another default, or another legal basis.',
  },
  'access.default_taken': {
    zh: '“{roles}”的默认目的已是“{purpose}”，每个角色只有一个；请先在该目的中取消。',
    en: 'The default of {roles} is “{purpose}” already, and a role has one; take it away there first.',
  },
  'access.consent_first': {
    zh: '“{purpose}”需要客户先同意，以此为使用目的时不能新建此类记录；请不指明该目的再新建。',
    en: '“{purpose}” needs the consent of the customer first, so nothing of this kind is made under it; make it without naming that purpose.',
  },
  'access.disclosure_consent': {
    zh: '使用目的以个人同意为基础（或已停用），请写明是否已取得单独同意。',
    en: 'The purpose rests on consent, or is no longer in use: say whether a separate consent was obtained.',
  },
  'access.consent_given': {
    zh: '已给出的同意不能更改“{field}”，已登记的撤回也不能收回；内容有变的，请新建一条。',
    en: '“{field}” of a consent that was given cannot be changed, and what is withdrawn stays so; record a new one where it differs.',
  },
  'access.channel_not_given': {
    zh: '“{field}”中有此同意未包括的渠道；请只选同意时的渠道，或不选（全部撤回）。',
    en: '“{field}” names a channel that this consent was never given for; choose among those given, or none to withdraw all.',
  },
  'access.notice_unknown': {
    zh: '没有此版本的告知书，现行为第 {version} 版；请填不高于它的版本，或不填。',
    en: 'There is no such version of the notice, the current one is {version}; name that or an earlier one, or none.',
  },
  'access.notice_differs': {
    zh: '告知内容与第 {version} 版告知书不一致；请不填告知内容（自动带入），或不填版本。',
    en: 'This is not the text of version {version} of the notice; leave the text out, and it is taken over, or the version.',
  },
  'access.notice_language': {
    zh: '此使用目的的告知书没有这种语言，现有：{languages}；请另选语言，或先在使用目的中补写。',
    en: 'The notice of this purpose does not exist in that language, but in: {languages}. Choose another, or have it written there first.',
  },
  'access.own_rights': {
    zh: '不能更改自己的权限，请由他人办理。',
    en: 'Nobody changes their own rights; ask somebody else.',
  },
  'access.clearance_without_end': {
    zh: '此角色的可见密级为“机密”，只能在一段时间内授予：请填写“{field}”，至多 {months} 个月后（不晚于 {latest}）。',
    en: 'This role’s clearance is “Confidential”, which is given for a time: fill in “{field}”, {months} months from now at most (by {latest}).',
  },
  'access.clearance_too_long': {
    zh: '此角色的可见密级为“机密”，每次至多授予 {months} 个月：请将“{field}”改为不晚于 {latest}，到期可再次授予。',
    en: 'This role’s clearance is “Confidential”, given for {months} months at a time: set “{field}” to {latest} or before; it can be given again then.',
  },
  'access.clearance_holders': {
    zh: '“机密”只能在一段时间内授予，而有人持有此角色却没有“{field}”，或其晚于 {months} 个月后；请先在这些人的角色分配中填写“{field}”，再提高可见密级。',
    en: '“Confidential” is given for a time, yet somebody holds this role without “{field}”, or one beyond {months} months; set it on the assignments of those who hold the role first, then raise the clearance.',
  },
  'access.officer_alone': {
    zh: '系统管理员、安全管理员、审计员不能兼任其他角色。',
    en: 'A system administrator, security officer or auditor holds no other role.',
  },
  'access.not_yours_to_give': {
    zh: '不能授予自己没有的权限。',
    en: 'You cannot grant what you do not have yourself.',
  },
  'access.password_theirs': {
    zh: '三员模式下不能为已有密码的人设置密码；请让本人在登录页点“忘记密码”，通过邮件重设。',
    en: 'In three-officer mode nobody sets the password of somebody who has one; they use “Forgot password?” and set it by mail.',
  },
  'access.officers_missing': {
    zh: '三员模式需要各有一名启用的系统管理员、安全管理员和审计员，请先在用户中指定。',
    en: 'Three-officer mode needs an active system administrator, security officer and auditor each; name them among the users first.',
  },
  'access.head_alone': {
    zh: '三员模式只能由负责人开启。',
    en: 'Only the company head turns three-officer mode on.',
  },
  'proposal.own': {
    zh: '不能审批自己提交的变更，请由他人审批。',
    en: 'Nobody decides on their own change request; ask somebody else.',
  },
  'proposal.changed': {
    zh: '您看到的内容与现在的申请不一致，请刷新后重新审批。',
    en: 'The change request is not what you looked at; reload it and decide again.',
  },
  'proposal.sample_not_seen': {
    zh: '抽样中还有 {missing} 份申请没有看过；请逐份查看后再一并审批。',
    en: 'Of the sample, {missing} have not been looked at; look at each, then decide on all together.',
  },
  'proposal.sample_failed': {
    zh: '抽样中有申请已被退回、驳回、撤回或处理，其余的不能一并通过；请重新选择，或逐份审批。',
    en: 'One of the sample was sent back, rejected, withdrawn or settled, so the others cannot be approved together; choose anew, or decide one by one.',
  },
  'proposal.settled': {
    zh: '此申请已处理，不能再次操作。',
    en: 'This change request has been settled already.',
  },
  'proposal.outdated': {
    zh: '申请所依据的内容已变化，或申请人已无此权限，未生效；请申请人更新后重新提交。{reason}',
    en: 'What the request is based on has changed, or its maker may no longer do it; nothing was applied. Its maker can renew it. {reason}',
  },
  'proposal.needed': {
    zh: '此行需要他人审批，不能与同行的联系人一起等待；请去掉联系人的列后导入，或逐条提交。',
    en: 'This row needs somebody else’s approval and cannot wait together with the people in it; import it without their columns, or make it by hand.',
  },
  'proposal.complete_first': {
    zh: '新建此档案须经审批，不能先存为待补全；请补全后提交，或存为草稿。',
    en: 'A new record of this kind needs approval and cannot be completed later; complete it first, or leave it as a draft.',
  },
  'proposal.handed_over': {
    zh: '您已将此申请转交他人审批，不能再作决定；如需收回，请对方转交给您。',
    en: 'You have left this change request to somebody else and no longer decide; have them hand it back to you.',
  },
  'proposal.not_a_signer': {
    zh: '只能转交给另一位可以审批此申请的人，申请人除外；请从“现可审批”的人中选择。',
    en: 'The decision can only be left to another who could sign this request, and never to its maker; choose among those who could sign now.',
  },
  'proposal.nothing_asked': {
    zh: '目前没有待答复的提问。',
    en: 'Nothing has been asked that is not answered yet.',
  },
  'proposal.grounds_needed': {
    zh: '这项变更须由他人审批，申请须写明依据：{fields}。',
    en: 'Somebody else has to approve this change, and the request has to say what it is founded on: {fields}.',
  },
  'proposal.link_unknown': {
    zh: '所选的凭证记录不在此申请所涉及的档案中，或已删除、您看不到；请从该档案的跟进记录中重新选择。',
    en: 'A record named as evidence does not stand on the file that this request is about, was deleted, or is out of your sight; choose among the follow-ups of that file.',
  },
  'proposal.part': {
    zh: '此变更是一份多记录申请的一部分，只能整份审批、撤回或重新提交；请打开所属申请。',
    en: 'This change is part of one request over several records and goes with it: open the request that it is part of to decide on it, take it back or bring it again.',
  },
  'proposal.by_itself': {
    zh: '此项变更（涉及权限，或须由另一人二次录入）须单独申请和审批，不能与其他记录合为一份申请；请单独提交。',
    en: 'A change of rights, or one that a second person keys again, is asked for and decided on by itself and not with other records; bring it alone.',
  },
  'proposal.no_common_signer': {
    zh: '没有人能审批所选的全部记录，不能合为一份申请；请减少所选记录，或逐条提交。',
    en: 'Nobody may sign for all of the chosen records, so they cannot be one request; choose fewer, or bring each as a request of its own.',
  },
  'proposal.right_of_maker': {
    zh: '您的审批资格只来自申请人本人（由其授予的角色、共享或代理），不能审批此申请；请由他人审批。',
    en: 'What would let you decide comes from its maker alone (a role, a share or an absence of theirs); ask somebody else to decide.',
  },
  'proposal.no_signer_by_rule': {
    zh: '按审批规则，这项变更须由他人审批，而目前没有能查看此记录的审批人。请管理员在“设置 → 对象与字段 → 审批”中调整规则，或请有权的人将记录共享给审批人，然后重新提交。',
    en: 'By the approval rules somebody else has to sign this, and nobody among them sees this record at present. Have the rule changed under Settings, Objects and fields, Approvals, or the record shared with who signs; then bring the change again.',
  },
  'proposal.no_keyer': {
    zh: '按规则，这项内容须由另一人二次录入才生效，而规则指定的人目前都不能录入。请管理员在“设置 → 对象与字段 → 审批”中调整规则，然后重新提交。',
    en: 'By the rules somebody else has to key this again before it takes effect, and none of those who are named can at present. Have the rule changed under Settings, Objects and fields, Approvals; then bring the change again.',
  },
  'proposal.no_counter': {
    zh: '现在不能采用二次录入的值：还有字段待录入，或另有规则要求审批。请稍后再试，或退回申请人重新提交。',
    en: 'What was keyed again cannot be taken now: something is still to be keyed, or another rule asks for a signature. Wait, or send the request back to its maker.',
  },
  'proposal.no_signer': {
    zh: '这项变更须由另一位有审批权且能查看此记录的同事审批，而目前没有这样的人。请先再任命一名负责人（三员模式下由负责人申请，安全管理员审批），然后重新提交。',
    en: 'Somebody else who may approve and sees this record has to sign this, and there is nobody at present. Have a second company head appointed first (in three-officer mode the head proposes it and the security officer signs), then bring the change again.',
  },
  'access.reveal_quota': {
    zh: '{hours} 小时内最多查看 {most} 个脱敏值，您已用完；请稍后再试，或请主管代为办理。',
    en: 'At most {most} masked values may be shown within {hours} hours, and you have used them; try later, or ask your manager.',
  },
  'access.read_pace': {
    zh: '{minutes} 分钟内最多读取 {most} 个不同客户的档案，已达上限；请在 {wait} 分钟后继续。刚读过的档案仍可打开。',
    en: 'At most {most} different customer files may be read within {minutes} minutes, and you have reached that; go on in {wait} minutes. Files that you have just read stay open.',
  },
  'access.read_quota': {
    zh: '{hours} 小时内最多读取 {most} 个不同客户的档案，已达上限；可等待，或请管理权限的同事调高角色的上限。刚读过的档案仍可打开。',
    en: 'At most {most} different customer files may be read within {hours} hours, and you have reached that; wait, or ask whoever keeps the roles for more. Files that you have just read stay open.',
  },
  'access.search_quota': {
    zh: '按脱敏信息（如电话）或无权客户的档案编号查找过于频繁：{hours} 小时内最多 {most} 次，请在 {minutes} 分钟后重试；其他搜索不受影响。',
    en: 'Too many searches for masked values such as phone numbers, or for the archive numbers of closed files: at most {most} within {hours} hours; try again in {minutes} minutes. Other searches go on.',
  },
  'access.wrong_credentials': {
    zh: '账号或密码不正确，请核对后重试。',
    en: 'The login or the password is wrong; check both and try again.',
  },
  'access.wrong_password': {
    zh: '密码不正确，请核对后重试。',
    en: 'The password is wrong; check it and try again.',
  },
  'access.too_many_attempts': {
    zh: '尝试次数过多，请在 {seconds} 秒后重试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  'access.proof_needed': {
    zh: '此操作需要在 {minutes} 分钟内确认过身份，请重新验证后重试。',
    en: 'This needs a proof that it is you, not older than {minutes} minutes; confirm it and try again.',
  },
  'access.weak_password': {
    zh: '密码至少需要 {min} 个字符，且不能只由少数几个字符组成。',
    en: 'The password needs at least {min} characters, and more than a few different ones.',
  },
  'access.plain_password': {
    zh: '密码需包含大写字母、小写字母、数字、符号中的至少三种。',
    en: 'The password needs three of these: capitals, small letters, digits, other signs.',
  },
  'access.guessable_password': {
    zh: '此密码容易被猜到：常见密码、键盘顺序、日期或本人姓名账号都不行，请换一个。',
    en: 'This password is easy to guess: choose one that is not common, a keyboard row, a date or your own name.',
  },
  'access.used_password': {
    zh: '不能使用最近 {count} 次用过的密码，请换一个。',
    en: 'This is one of your last {count} passwords; choose another.',
  },
  'access.password_change_needed': {
    zh: '登录前请设置新密码。',
    en: 'Set a new password to sign in.',
  },
  'access.wrong_code': {
    zh: '验证码不正确或已用过，请输入验证器上新的 6 位数字，或一个恢复码。',
    en: 'The code is wrong or was used before; type the new six digits of your app, or a recovery code.',
  },
  'access.second_factor_needed': {
    zh: '请输入验证器上的 6 位数字，或一个恢复码。',
    en: 'Type the six digits of your authenticator app, or a recovery code.',
  },
  'access.second_factor_setup': {
    zh: '您的角色需要第二验证方式，请用验证器扫码并输入 6 位数字。',
    en: 'Your role needs a second factor: scan the code with an authenticator app and type its six digits.',
  },
  'access.second_factor_on': {
    zh: '验证器已启用，请先停用。',
    en: 'A second factor is on already; turn it off first.',
  },
  'access.second_factor_off': { zh: '尚未启用验证器，请先启用。', en: 'No second factor is on; turn one on first.' },
  'access.second_factor_required': {
    zh: '您的角色必须使用第二验证方式，不能停用。',
    en: 'Your role needs a second factor, so it cannot be turned off.',
  },
  'access.passkey_refused': {
    zh: '通行密钥未被接受：可能已移除、已超时或不属于此网站。请重试，或用其他方式登录。',
    en: 'The passkey was not accepted: it may be removed, too late or of another site. Try again, or sign in another way.',
  },
  'access.passkey_copied': {
    zh: '此通行密钥的计数倒退，可能已被复制，因此已拒绝。请用其他方式登录，移除它并告知负责人。',
    en: 'This passkey has counted back, so it may have been copied, and was refused. Sign in another way, remove it and tell the company head.',
  },
  'access.passkey_not_made': {
    zh: '通行密钥没有添加成功：可能已超时，或此设备已添加过。请重试。',
    en: 'The passkey was not added: it took too long, or this device is added already. Try again.',
  },
  'access.passkey_limit': {
    zh: '每人最多 {most} 个通行密钥，请先移除不用的。',
    en: 'One person has at most {most} passkeys; remove one that is not used.',
  },
  'access.sso_off': {
    zh: '公司没有启用单点登录，请用密码登录。',
    en: 'Single sign-on is not set up here; sign in with your password.',
  },
  'access.sso_unreachable': {
    zh: '无法连接单点登录服务 {issuer}，请检查地址和网络，或用密码登录。',
    en: 'The sign-on service {issuer} cannot be reached or is not one; check its address and the network, or sign in with your password.',
  },
  'access.sso_refused': {
    zh: '单点登录服务的答复未被接受，请重新登录；如再次出现，请联系管理员。',
    en: 'What the sign-on service answered was not accepted. Sign in again; if it repeats, tell the administrator.',
  },
  'access.sso_overdue': {
    zh: '单点登录已超时，或不是从此窗口开始的，请重新登录。',
    en: 'Single sign-on took too long or was not begun in this window; sign in again.',
  },
  'access.sso_nameless': {
    zh: '单点登录服务没有提供账号（{claim}），请联系管理员。',
    en: 'The sign-on service does not tell your login ({claim}); ask the administrator.',
  },
  'access.sso_unknown': {
    zh: '这里没有可用的账号“{login}”，请让负责人先为您建立或启用。',
    en: 'There is no account “{login}” here that may sign in; ask the company head to make or activate it.',
  },
  'access.sso_inactive': {
    zh: '您的账号已停用或已过有效期，请联系负责人。',
    en: 'Your account is switched off or its time is over; ask the company head.',
  },
  'access.sso_other': {
    zh: '账号“{login}”已绑定单点登录服务中的另一个人，请让管理账号的同事解除绑定。',
    en: 'The account “{login}” belongs to somebody else at the sign-on service; ask whoever looks after accounts to unbind it.',
  },
  'access.own_proof_first': {
    zh: '请用您在这里的密码、验证码或通行密钥确认身份；只有没有这些的人才由单点登录服务确认。',
    en: 'Prove it with your password, code or passkey here; only who has none of them proves it by the sign-on service.',
  },
  'access.sso_somebody_else': {
    zh: '在单点登录服务登录的不是您本人的账号，请用与此账号绑定的人重新登录。',
    en: 'Somebody else signed in at the sign-on service; sign in there as the person that your account is bound to.',
  },
  'access.sso_not_fresh': {
    zh: '单点登录服务没有重新验证您的身份，不能确认是您本人。请重试；如再次出现，请管理员让该服务支持重新登录（prompt=login、auth_time），并核对两边的时钟。',
    en: 'The sign-on service did not ask you anew, so it cannot tell that it is you. Try again; if it repeats, the administrator lets it support signing in anew (prompt=login, auth_time) and compares the clocks of both.',
  },
  'access.sso_one_factor': {
    zh: '您的角色需要第二验证方式，而单点登录服务没有要求。请重新登录，并在这里启用验证器。',
    en: 'Your role needs a second factor, and the sign-on service asked for one alone. Sign in again and set up an authenticator app here.',
  },
  'access.sso_unbound': {
    zh: '账号没有绑定单点登录服务中的人，无需解除。',
    en: 'The account is bound to nobody at the sign-on service; there is nothing to unbind.',
  },
  'access.last_way_in': {
    zh: '这是您最后一种登录方式，不能取消。请先添加通行密钥，或请管理账号的同事发送设置密码的链接。',
    en: 'This is your last way to sign in, so it cannot be taken away. Add a passkey first, or ask whoever looks after accounts for a link to set a password.',
  },
  'access.sso_issuer': {
    zh: '单点登录服务的地址应以 https:// 开头，不含参数，例如 https://login.example.com。',
    en: 'The address of the sign-on service begins with https:// and has no parameters, such as https://login.example.com.',
  },
  'access.dormant': {
    zh: '账号已 {days} 天未使用，已停用；请联系负责人重新设置密码。',
    en: 'The account was not used for {days} days and is switched off; ask the company head for a new password.',
  },
  'access.network_own': {
    zh: '您当前的地址 {network} 不在所填网络内，保存后您也无法登录；请先加入该地址。',
    en: 'Your own address {network} is not in these networks, so you would shut yourself out; add it first.',
  },
  'access.network_foreign': {
    zh: '公司不允许从此网络地址登录，请连接公司网络后重试。',
    en: 'The company does not allow access from this network address; connect to the company’s network and try again.',
  },
  'access.key_invalid': {
    zh: 'API 密钥无效、已过期或已吊销，请新建一个。',
    en: 'The API key is unknown, has run out or was revoked; make a new one.',
  },
  'access.key_scope': {
    zh: '此 API 密钥的范围不包括该操作，请新建范围合适的密钥，或由本人登录操作。',
    en: 'This API key was not made for that; make one with the right scope, or sign in yourself.',
  },
  'access.key_network': {
    zh: '此 API 密钥不能从该网络地址使用，请检查密钥允许的网络。',
    en: 'This API key may not be used from this network address; check the networks it was made for.',
  },
  'access.key_limit': {
    zh: '每人最多 {most} 个 API 密钥，请先吊销不用的。',
    en: 'One person has at most {most} API keys; revoke one that is not used.',
  },
  'access.scope_unknown': {
    zh: '没有“{object}”这个对象，请检查密钥范围。',
    en: 'There is no object “{object}”; check the scopes of the key.',
  },
  'access.network_invalid': {
    zh: '“{network}”不是网络地址，请写成 192.168.1.0/24 或单个地址。',
    en: '“{network}” is not a network; write 192.168.1.0/24 or a single address.',
  },
} as const satisfies Record<string, Label>
