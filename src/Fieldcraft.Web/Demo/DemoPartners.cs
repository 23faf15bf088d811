using System.Text.Json;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.SharedIdeas;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What is told of partners; days count from today, people are the demo's accounts.</summary>
internal sealed record ToldPartners(
    IReadOnlyList<ToldPartnerOffer> Offers,
    IReadOnlyList<ToldPartnership> Partnerships,
    ToldLink Link,
    int SeasonFrom,
    int SeasonTo
);

internal sealed record ToldPartnerOffer(
    string By,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> Archetypes,
    IReadOnlyList<string> Dimensions,
    string About,
    int Capacity
);

/// <param name="State">asked, running or ended.</param>
internal sealed record ToldPartnership(
    string Kind,
    string By,
    IReadOnlyList<string> With,
    int AskedDay,
    string State,
    string Message,
    string? About,
    string? Rhythm,
    int FirstDay,
    int UntilDay,
    IReadOnlyList<ToldMeeting> Meetings,
    string? Take,
    string? Thanks,
    int EndedDay
);

/// <param name="State">met, missed, or nothing where nobody noted it down.</param>
/// <param name="Notes">Who wrote what.</param>
internal sealed record ToldMeeting(string? State, Dictionary<string, string>? Notes, bool Shared);

internal sealed record ToldLink(string Partner, int Day, int UntilDay, IReadOnlyList<string> Ideas);

/// <summary>Partners in every state: running with notes, a trio, one that stands still, one that ended well; offers; ideas from outside; a season.</summary>
internal sealed class DemoPartners(DemoPeople people, DemoUnits units, DemoKeys keys, DemoRows rows, Rules rules, DateTimeOffset now)
{
    private static readonly TimeOnly Hour = new(10, 0);

    public static IEnumerable<PersonId> People => DemoAccounts.All.Select(a => DemoUnits.PersonIdOf(a.EmployeeId));

    public void Tell(string planTitle, Guid plan)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "partners.json");
        var told = JsonSerializer.Deserialize<ToldPartners>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        rows.PartnerOffers.AddRange(told.Offers.Select(Offer));
        foreach (var partnership in told.Partnerships)
        {
            Tell(partnership);
        }

        Tell(told.Link, planTitle, plan);
        var window = new AppraisalWindow(
            Today.AddDays(told.SeasonFrom),
            Today.AddDays(told.SeasonTo),
            rules.Partners.AppraisalDistanceDays
        );
        rows.Seasons.Add(
            AppraisalSeason.State(DemoIds.Of<AppraisalSeasonId>(now, "season"), units.Organisation.Id, window, now.AddDays(-90))
        );
    }

    private DateOnly Today => DateOnly.FromDateTime(now.UtcDateTime);

    private static PersonId IdOf(string account) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == account).EmployeeId);

    private Person PersonOf(string account) => people.Of(DemoAccounts.All.First(a => a.Key == account).EmployeeId);

    private PartnerOffer Offer(ToldPartnerOffer told)
    {
        var at = now.AddDays(-200);
        OfferedThing[] things =
        [
            .. told.Kinds.Select(k => new OfferedThing(OfferArea.Kind, k)),
            .. told.Capabilities.Select(c => new OfferedThing(OfferArea.Capability, c)),
            .. told.Archetypes.Select(a => new OfferedThing(OfferArea.Archetype, a)),
            .. told.Dimensions.Select(d => new OfferedThing(OfferArea.Dimension, d)),
        ];
        return PartnerOffer.Make(
            DemoIds.Of<PartnerOfferId>(at, told.By),
            IdOf(told.By),
            new OfferFacts(things, told.About, told.Capacity),
            at
        );
    }

    private void Tell(ToldPartnership told)
    {
        var (by, at) = (IdOf(told.By), now.AddDays(told.AskedDay));
        var name = $"{told.Kind}/{told.By}/{told.AskedDay}";
        var id = DemoIds.Of<PartnershipId>(at, name);
        List<PersonId> with = [.. told.With.Select(IdOf)];
        var document = Document(by, id.Value, at, with);
        var kind = Enum.Parse<PartnerKind>(told.Kind);
        var partnership = Partnership.Ask(id, by, kind, with, told.Message, rules.Partners, document.Sealer, at);
        rows.Partnerships.Add(partnership);
        if (told.State == "asked")
        {
            return;
        }

        with.ForEach(person => partnership.Answer(person, PartnerAnswer.Yes, at.AddDays(1)));
        var agreement = new AgreementWording
        {
            About = told.About,
            Confidentiality =
                "What is said stays between us. Each of us may tell others what we ourselves said, and nothing that somebody else said.",
            Rhythm = Enum.Parse<PartnerRhythm>(told.Rhythm!),
            FirstOn = Today.AddDays(told.FirstDay),
            FirstAt = Hour,
            Until = Today.AddDays(told.UntilDay),
        };
        var zone = PersonOf(told.By).TimeZone;
        partnership.WriteAgreement(by, agreement, zone, Today.AddDays(told.AskedDay), document.Sealer, at.AddDays(2));
        with.ForEach(person => partnership.Confirm(person, at.AddDays(3)));
        var days = MeetingDays.Of(agreement.FirstOn.Value, agreement.Rhythm, agreement.Until.Value, rules.Partners.MeetingsAhead);
        foreach (var (day, number) in days.Select((d, i) => (d, i)))
        {
            Meet(partnership, told, name, day, number, zone, at.AddDays(3));
        }

        if (told.State == "ended")
        {
            End(partnership, told, name, with);
        }
    }

    private void Meet(
        Partnership partnership,
        ToldPartnership told,
        string name,
        DateOnly day,
        int number,
        string zone,
        DateTimeOffset plannedAt
    )
    {
        var when = new AppointedTime(day, Hour, zone, Agenda.MinutesOf(partnership.Kind));
        var meeting = PartnerMeeting.Plan(DemoIds.Of<PartnerMeetingId>(plannedAt, $"{name}/{number}"), partnership, when, plannedAt);
        rows.PartnerMeetings.Add(meeting);
        foreach (var person in partnership.Partners)
        {
            rows.Appointments.Add(
                Appointment.Make(
                    DemoIds.Of<AppointmentId>(plannedAt, $"{name}/{number}/{person.Value}"),
                    person,
                    meeting.Id.Value,
                    $"partners.appointment.{partnership.Kind}",
                    partnership.OwnerId,
                    when,
                    PartnersLinks.Meeting(partnership.Id, meeting.Id),
                    plannedAt
                )
            );
        }

        if (told.Meetings.ElementAtOrDefault(number) is not { } held || day > Today)
        {
            return;
        }

        var after = new DateTimeOffset(day.ToDateTime(Hour), TimeSpan.Zero).AddHours(2);
        after = after < now ? after : now;
        if (held.State is { } state)
        {
            _ = state == "met" ? meeting.NoteMet(partnership.OwnerId, day, after) : meeting.NoteMissed(partnership.OwnerId, day, after);
        }

        List<PersonId> partners = [.. partnership.Partners];
        partners.ForEach(p => meeting.WishShared(p, held.Shared, after));
        foreach (var (writer, text) in held.Notes ?? [])
        {
            Write(
                partnership,
                meeting.Id,
                IdOf(writer),
                PartnerNoteUse.Meeting,
                text,
                held.Shared ? partners : [],
                after,
                $"{name}/{number}/{writer}"
            );
        }
    }

    private void End(Partnership partnership, ToldPartnership told, string name, List<PersonId> with)
    {
        var at = now.AddDays(told.EndedDay);
        partnership.End(at);
        foreach (var meeting in rows.PartnerMeetings.Where(m => m.PartnershipId == partnership.Id && m.State == MeetingState.Planned))
        {
            meeting.CallOff(partnership.OwnerId, at);
            rows.Appointments.Where(a => a.SourceId == meeting.Id.Value).ToList().ForEach(a => a.Cancel(at));
        }

        if (told.Take is { } take)
        {
            Write(partnership, null, partnership.OwnerId, PartnerNoteUse.Take, take, [], at, $"{name}/take");
        }

        if (told.Thanks is { } thanks)
        {
            Write(partnership, null, partnership.OwnerId, PartnerNoteUse.Thanks, thanks, with, at, $"{name}/thanks");
        }
    }

    private void Write(
        Partnership partnership,
        PartnerMeetingId? meeting,
        PersonId writer,
        PartnerNoteUse use,
        string text,
        IEnumerable<PersonId> readers,
        DateTimeOffset at,
        string name
    )
    {
        var id = DemoIds.Of<PartnerNoteId>(at, name);
        var document = Document(writer, id.Value, at, readers.Where(r => r != writer));
        rows.PartnerNotes.Add(PartnerNote.Write(id, writer, partnership.Id, meeting, use, text, document.Sealer, at));
    }

    private void Tell(ToldLink told, string planTitle, Guid plan)
    {
        var (owner, at) = (IdOf("leader"), now.AddDays(told.Day));
        var id = DemoIds.Of<OutsideCopyId>(at, "link");
        var document = Document(owner, id.Value, at, []);
        var secret = Secrets.New();
        var link = new CopyLink(Secrets.Text(secret), Secrets.Hash(secret), document.WrapForLink(secret));
        var endsAt = now.AddDays(told.UntilDay);
        var packed = SharingReading.Packed(new SharedCopy(planTitle, [new SharedSection("", planTitle)]));
        var copy = OutsideCopy.For(
            id,
            owner,
            SharedItemKind.Plan,
            plan,
            planTitle,
            packed,
            told.Partner,
            link,
            endsAt,
            document.Sealer,
            at
        );
        copy.Look(at.AddHours(5));
        rows.OutsideCopies.Add(copy);
        rows.Jobs.Add(
            new JobRow
            {
                Id = DemoIds.Of<OutsideCopyId>(at, "link ends").Value,
                Kind = ExpireOutsideCopy.JobKind,
                Key = id.Value.ToString("n"),
                Payload = id.Value.ToString("D"),
                DueAt = endsAt,
            }
        );
        foreach (var (text, number) in told.Ideas.Select((t, i) => (t, i)))
        {
            var added = at.AddHours(6 + number);
            var ideaId = DemoIds.Of<IdeaId>(added, $"idea/{number}");
            rows.SharedIdeas.Add(Idea.AddTo(ideaId, copy, told.Partner, text, Document(owner, ideaId.Value, added, []).Sealer, added));
        }
    }

    private NewDocument Document(PersonId owner, Guid id, DateTimeOffset at, IEnumerable<PersonId> readers)
    {
        var document = Vault.NewDocument(owner, id, keys.Of(owner), at);
        rows.Wraps.Add(document.OwnersWrap);
        rows.Wraps.AddRange(readers.Select(r => document.WrapFor(r, keys.Of(r), at)));
        return document;
    }
}
