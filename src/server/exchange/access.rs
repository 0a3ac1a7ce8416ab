//! Whether a device may use a share.

use super::account::Account;
use super::{Moment, same};
use crate::domain::ids::ShareId;
use crate::server::storage::{DeviceKey, Member, Result, ShareKey, ShareState as Stored, Transaction};
use crate::sync::secret::Claim;
use crate::sync::wire::ShareState;

/// The state to answer with, and the share if it may be used. A right claim lets a device in on the way.
pub(super) fn enter(
    account: &mut Account<'_>,
    share: ShareId,
    claim: Option<&Claim>,
    now: Moment,
) -> Result<(ShareState, Option<ShareKey>)> {
    let device = account.device;
    let claim = claim.map(Claim::hash);
    let Some(known) = account.transaction.share(share)? else {
        let Some(claim) = claim else {
            return Ok((ShareState::Unknown, None));
        };
        if !account.takes_share()? {
            return Ok((ShareState::Later, None));
        }
        let key = account.transaction.open_share(share, &claim)?;
        let_in(account.transaction, key, device, true, now)?;
        return Ok((ShareState::Own, Some(key)));
    };
    let Stored::Open { claim: right } = known.state else {
        return Ok((ShareState::Closed, None));
    };
    let proven = claim.is_some_and(|claim| same(&claim, &right));
    match account.transaction.member(known.key, device)? {
        Some(member) if member.removed => Ok((ShareState::Removed, None)),
        Some(member) if member.own => Ok((ShareState::Own, Some(known.key))),
        None if proven && !account.takes_member(known.key)? => Ok((ShareState::Later, None)),
        _ if proven => {
            let_in(account.transaction, known.key, device, true, now)?;
            Ok((ShareState::Own, Some(known.key)))
        }
        Some(_) => Ok((ShareState::Joined, Some(known.key))),
        None => Ok((ShareState::NotGranted, None)),
    }
}

/// Lets a device in. One that is in keeps its day, and never becomes less than it was.
pub(super) fn let_in(
    transaction: &mut dyn Transaction,
    share: ShareKey,
    device: DeviceKey,
    own: bool,
    now: Moment,
) -> Result<()> {
    let before = transaction
        .member(share, device)?
        .filter(|member| !member.removed);
    let member = Member {
        device,
        own: own || before.is_some_and(|member| member.own),
        since: before.map_or_else(|| now.day(), |member| member.since),
        removed: false,
    };
    if before == Some(member) {
        return Ok(());
    }
    transaction.put_member(share, &member)
}
