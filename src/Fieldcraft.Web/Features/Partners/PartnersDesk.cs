using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>Asking, answering, agreeing and ending, the same for pages and API.</summary>
public sealed class PartnersDesk(
    FieldcraftDb db,
    Vault vault,
    Notices notices,
    ReaderSearch search,
    PartnerRoom room,
    MeetingsDesk meetings,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    /// <summary>Asks one person, or two peers for a trio. The message is sealed for the people named.</summary>
    public async Task<Outcome<PartnershipId>> AskAsync(
        Viewer viewer,
        PartnerKind kind,
        IReadOnlyCollection<PersonId> people,
        string message,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if ((await search.NamedAsync(viewer, people, cancellationToken)).Count != people.Count)
        {
            return new Refusal("partners-cannot-be-asked");
        }

        if (await room.RefusalAsync(viewer, kind, people, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var id = Id.New<PartnershipId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(Partnership.Ask(id, viewer.PersonId, kind, people, message, rules.Partners, sealer, now));
        foreach (var person in people)
        {
            await vault.AdmitAsync(viewer.PersonId, id.Value, person, cancellationToken);
            notices.Tell(person, PartnersNotices.Asked, PartnersLinks.One(id), viewer.PersonId);
        }

        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>Asks another peer for the free place of a trio.</summary>
    /// <returns>Null when the viewer asked for no such trio.</returns>
    public async Task<Outcome?> AskAnotherAsync(Viewer viewer, PartnershipId id, PersonId person, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership || partnership.OwnerId != viewer.PersonId)
        {
            return null;
        }

        if ((await search.NamedAsync(viewer, [person], cancellationToken)).Count == 0)
        {
            return new Refusal("partners-cannot-be-asked");
        }

        if (await room.RefusalAsync(viewer, partnership.Kind, [person], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var outcome = partnership.AskAnother(person, rules.Partners, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await vault.AdmitAsync(viewer.PersonId, id.Value, person, cancellationToken);
        notices.Tell(person, PartnersNotices.Asked, PartnersLinks.One(id), viewer.PersonId);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Answers an ask; with "not now" somebody else can be suggested, for the asker's eyes.</summary>
    public async Task<Outcome?> AnswerAsync(
        Viewer viewer,
        PartnershipId id,
        bool yes,
        string? suggestion,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership)
        {
            return null;
        }

        if (yes && await room.IsFullAsync(viewer.PersonId, partnership.Kind, cancellationToken))
        {
            return new Refusal("partners-own-limit");
        }

        var now = clock.GetUtcNow();
        var outcome = partnership.Answer(viewer.PersonId, yes ? PartnerAnswer.Yes : PartnerAnswer.NotNow, now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (!yes && !string.IsNullOrWhiteSpace(suggestion))
        {
            await WriteAsync(viewer, partnership, PartnerNoteUse.Suggestion, suggestion, [partnership.OwnerId], cancellationToken);
        }

        notices.Tell(partnership.OwnerId, yes ? PartnersNotices.SaidYes : PartnersNotices.NotNow, PartnersLinks.One(id), viewer.PersonId);
        var saved = await SaveAsync(cancellationToken);
        if (saved.IsDone && !yes)
        {
            await vault.ExpelAsync(id.Value, viewer.PersonId, cancellationToken);
        }

        return saved;
    }

    public async Task<Outcome?> TakeBackAsync(Viewer viewer, PartnershipId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership || partnership.OwnerId != viewer.PersonId)
        {
            return null;
        }

        var outcome = partnership.TakeBack(clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var saved = await SaveAsync(cancellationToken);
        if (saved.IsDone)
        {
            await ExpelAskedAsync(partnership, cancellationToken);
        }

        return saved;
    }

    /// <summary>Writes down what is agreed. A manager's talk on enabling stays away from the days of appraisal talks.</summary>
    /// <param name="version">The version that was changed; null when it does not matter.</param>
    public async Task<Outcome?> WriteAgreementAsync(
        Viewer viewer,
        PartnershipId id,
        AgreementWording wording,
        int? version,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership)
        {
            return null;
        }

        if (version is { } seen && seen != partnership.Version)
        {
            return new Refusal("partners-changed-meanwhile");
        }

        if (await meetings.WindowOfAsync(partnership, cancellationToken) is { } window && window.IsTooNear(wording.FirstOn!.Value))
        {
            return new Refusal("partners-near-appraisal");
        }

        var now = clock.GetUtcNow();
        var sealer = await vault.SealerAsync(partnership.OwnerId, id.Value, cancellationToken);
        var outcome = partnership.WriteAgreement(viewer.PersonId, wording, viewer.TimeZone, words.Today(now), sealer, now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        TellOthers(partnership, viewer, PartnersNotices.ToConfirm);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Confirms; with the last of them the meetings go into everybody's calendar.</summary>
    /// <param name="version">The version that was read; nobody confirms what was changed meanwhile.</param>
    public async Task<Outcome?> ConfirmAsync(Viewer viewer, PartnershipId id, int version, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership)
        {
            return null;
        }

        if (version != partnership.Version)
        {
            return new Refusal("partners-changed-meanwhile");
        }

        var outcome = partnership.Confirm(viewer.PersonId, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (partnership.State == PartnershipState.Running)
        {
            await meetings.PlanAsync(partnership, cancellationToken);
            TellOthers(partnership, viewer, PartnersNotices.Agreed);
        }

        return await SaveAsync(cancellationToken);
    }

    /// <summary>Ends it, with what the viewer takes from it and, if they like, thanks that the others get a copy of.</summary>
    public async Task<Outcome?> EndAsync(Viewer viewer, PartnershipId id, string? take, string? thanks, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } partnership)
        {
            return null;
        }

        // The others close it for themselves after the first one has ended it.
        if (partnership.State != PartnershipState.Ended)
        {
            var outcome = partnership.End(clock.GetUtcNow());
            if (outcome.IsRefused)
            {
                return outcome;
            }

            await meetings.CallOffAsync(partnership, viewer.PersonId, cancellationToken);
            TellOthers(partnership, viewer, PartnersNotices.Ended);
        }

        if (!string.IsNullOrWhiteSpace(take))
        {
            await WriteAsync(viewer, partnership, PartnerNoteUse.Take, take, [], cancellationToken);
        }

        if (!string.IsNullOrWhiteSpace(thanks))
        {
            var others = partnership.Partners.Where(p => p != viewer.PersonId).ToList();
            await WriteAsync(viewer, partnership, PartnerNoteUse.Thanks, thanks, others, cancellationToken);
            TellOthers(partnership, viewer, PartnersNotices.Thanks);
        }

        return await SaveAsync(cancellationToken);
    }

    /// <summary>Takes the key away from those who were asked and are not part of it.</summary>
    internal async Task ExpelAskedAsync(Partnership partnership, CancellationToken cancellationToken)
    {
        foreach (var member in partnership.Members.Where(m => m.PersonId != partnership.OwnerId))
        {
            await vault.ExpelAsync(partnership.Id.Value, member.PersonId, cancellationToken);
        }
    }

    private async Task WriteAsync(
        Viewer viewer,
        Partnership partnership,
        PartnerNoteUse use,
        string text,
        IReadOnlyCollection<PersonId> readers,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var id = Id.New<PartnerNoteId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(PartnerNote.Write(id, viewer.PersonId, partnership.Id, null, use, text, sealer, now));
        foreach (var reader in readers)
        {
            await vault.AdmitAsync(viewer.PersonId, id.Value, reader, cancellationToken);
        }
    }

    private void TellOthers(Partnership partnership, Viewer viewer, NoticeKind kind)
    {
        foreach (var person in partnership.Partners)
        {
            notices.Tell(person, kind, PartnersLinks.One(partnership.Id), viewer.PersonId);
        }
    }

    private Task<Partnership?> LoadAsync(Viewer viewer, PartnershipId id, CancellationToken cancellationToken) =>
        db
            .Partnerships.VisibleTo(db, viewer, clock.GetUtcNow())
            .Include(p => p.Members)
            .FirstOrDefaultAsync(p => p.Id == id, cancellationToken);

    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("partners-changed-meanwhile");
}
