//! Ways into a share: codes for other people's devices, the card for her own.

use super::account::Account;
use super::devices::own;
use super::{Allowance, Failure, Moment, Quotas, Refusal, access};
use crate::domain::ids::ShareId;
use crate::server::storage::{DeviceKey, ShareKey, Transaction};
use crate::sync::secret::{Claim, JoinCode};
use crate::sync::wire::{GrantReply, JoinReply, ProblemCode};

/// How long a code is worth something, in seconds.
const CODE_SECONDS: u32 = 15 * 60;
/// How many unused codes of a share there may be.
const CODES: u32 = 3;

/// Makes a code that lets one device in.
///
/// # Errors
/// If the device that asks is not one of her own.
pub fn create_code(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
    now: Moment,
) -> Result<JoinReply, Failure> {
    let share = own(transaction, device, share)?;
    if !transaction.has_room() {
        return Err(Refusal::new(ProblemCode::Full, "there is no space for a code").into());
    }
    transaction.drop_ended_codes(now.millis)?;
    let mut code = JoinCode::random();
    // Two learners must not be shown the same one. With a thousand codes about, this happens once in a lifetime.
    while transaction.code(&code.hash())?.is_some() {
        code = JoinCode::random();
    }
    let ends = now.millis.saturating_add(i64::from(CODE_SECONDS) * 1000);
    transaction.keep_codes(share, CODES - 1)?;
    transaction.put_code(&code.hash(), share, ends)?;
    Ok(JoinReply {
        code,
        expires_in: CODE_SECONDS,
    })
}

/// Uses a code. The device that used it may do so again: it may not have heard the answer.
///
/// # Errors
/// If it is wrong, used or too old: which of these, nobody learns.
pub fn redeem(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    code: &JoinCode,
    now: Moment,
    quotas: &Quotas,
) -> Result<GrantReply, Failure> {
    let hash = code.hash();
    let found = transaction
        .code(&hash)?
        .filter(|found| found.ends > now.millis && found.used_by.is_none_or(|user| user == device));
    let found = found.ok_or_else(|| Refusal::new(ProblemCode::NoSuchCode, "no such code"))?;
    admit(transaction, found.share, device, quotas)?;
    transaction.use_code(&hash, device)?;
    access::let_in(transaction, found.share, device, false, now)?;
    Ok(GrantReply {
        share: found.share_id,
    })
}

/// Uses a recovery card.
///
/// # Errors
/// If no open share has this claim.
pub fn recover(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    claim: &Claim,
    now: Moment,
    quotas: &Quotas,
) -> Result<GrantReply, Failure> {
    let found = transaction.share_of_claim(&claim.hash())?;
    let (key, share) = found.ok_or_else(|| Refusal::new(ProblemCode::NoSuchCard, "no such card"))?;
    admit(transaction, key, device, quotas)?;
    access::let_in(transaction, key, device, true, now)?;
    Ok(GrantReply { share })
}

/// Refuses where the share has too many devices, the device too many shares, or the disk no space.
fn admit(
    transaction: &mut dyn Transaction,
    share: ShareKey,
    device: DeviceKey,
    quotas: &Quotas,
) -> Result<(), Failure> {
    let is_new = transaction.member(share, device)?.is_none();
    let mut account = Account::new(transaction, device, quotas, Allowance::ANY);
    if is_new && !account.takes_member(share)? {
        let reason = "no further device is taken into this share now";
        return Err(Refusal::new(ProblemCode::Full, reason).into());
    }
    Ok(())
}
