using System.Text.Json;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Alongside;
using Fieldcraft.Web.Features.Staffing;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What growth.json tells; people are accounts of the demo or employee ids, days count from today.</summary>
internal sealed record ToldGrowth(
    IReadOnlyList<ToldStory> Stories,
    IReadOnlyList<ToldOffer> Offers,
    IReadOnlyList<ToldVisit> Visits,
    ToldTalk Talk
);

internal sealed record ToldStory
{
    public required string Teller { get; init; }
    public string? Interviewer { get; init; }
    public required string Use { get; init; }
    public bool HandedOver { get; init; }
    public required int Day { get; init; }
    public string? Archetype { get; init; }
    public IReadOnlyList<string> Dimensions { get; init; } = [];
    public required string Title { get; init; }
    public required string WhatHappened { get; init; }
    public string? WhoTookTheRisk { get; init; }
    public string? WereYouReady { get; init; }
    public string? WhatHelped { get; init; }
    public string? ForSomebodyNow { get; init; }
}

internal sealed record ToldOffer
{
    public required string By { get; init; }
    public required string Kind { get; init; }
    public required int Day { get; init; }
    public required int Guests { get; init; }
    public string? Archetype { get; init; }
    public IReadOnlyList<string> Capabilities { get; init; } = [];
    public required string What { get; init; }
    public string? When { get; init; }
    public string? Where { get; init; }
    public string? HowICoach { get; init; }
    public string? WhomItSuits { get; init; }
    public bool TakenBack { get; init; }
}

internal sealed record ToldVisit(
    int Offer,
    string Guest,
    int Day,
    string Wish,
    int? OnDay,
    TimeOnly? At,
    int Minutes,
    string? Saw,
    string? WillTry
);

internal sealed record ToldTalk(
    string By,
    IReadOnlyList<string> Holders,
    int Day,
    int UntilDay,
    bool IsOpenToAll,
    string? Archetype,
    string Title,
    string About,
    IReadOnlyList<string> Asked,
    IReadOnlyList<ToldEntry> Entries
);

internal sealed record ToldEntry(string By, string Column, int Day, string Brings, string WouldLearn, string Support);

/// <summary>Growth stories with every kind of consent, offers with visits, and one staffing talk that people entered themselves.</summary>
internal sealed class DemoGrowth(IReadOnlyDictionary<PersonId, byte[]> keys, DemoRows rows, DateTimeOffset now)
{
    private static readonly Lazy<ToldGrowth> Told = new(() =>
        JsonSerializer.Deserialize<ToldGrowth>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "growth.json")),
            JsonSerializerOptions.Web
        )!
    );

    private DateOnly Today => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>Everybody who writes or reads something sealed here.</summary>
    public static IReadOnlyCollection<PersonId> People =>
        [
            .. Told
                .Value.Stories.SelectMany(s => new[] { s.Teller, s.Interviewer })
                .Concat(Told.Value.Offers.Select(o => o.By))
                .Concat(Told.Value.Visits.Select(v => v.Guest))
                .Concat(Told.Value.Talk.Entries.Select(e => e.By))
                .Concat(Told.Value.Talk.Holders)
                .Append(Told.Value.Talk.By)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(PersonOf),
        ];

    public void Tell()
    {
        foreach (var (story, i) in Told.Value.Stories.Select((s, i) => (s, i)))
        {
            Tell(story, $"story/{i}");
        }

        var offers = Told.Value.Offers.Select((o, i) => Tell(o, $"offer/{i}")).ToList();
        foreach (var (visit, i) in Told.Value.Visits.Select((v, i) => (v, i)))
        {
            Tell(visit, offers[visit.Offer], $"visit/{i}");
        }

        Tell(Told.Value.Talk);
    }

    private void Tell(ToldStory told, string name)
    {
        var at = now.AddDays(told.Day);
        var (teller, interviewer) = (PersonOf(told.Teller), told.Interviewer is null ? (PersonId?)null : PersonOf(told.Interviewer));
        var id = DemoIds.Of<StoryId>(at, name);
        var document = Vault.NewDocument(teller, id.Value, keys[teller], at);
        var texts = new StoryTexts
        {
            Title = told.Title,
            WhatHappened = told.WhatHappened,
            WhoTookTheRisk = told.WhoTookTheRisk,
            WereYouReady = told.WereYouReady,
            WhatHelped = told.WhatHelped,
            ForSomebodyNow = told.ForSomebodyNow,
        };
        var kinds = StoryKinds.Of(told.Archetype, told.Dimensions);
        var story = GrowthStory.WriteDown(id, teller, interviewer, texts, kinds, document.Sealer, at);
        rows.Growth.Add(story);
        if (told.Use == nameof(StoryConsent.Withdrawn))
        {
            story.Allow(StoryConsent.Unattributed, texts, kinds, at.AddDays(1));
            story.Withdraw(at.AddDays(6));
            return;
        }

        rows.Wraps.Add(document.OwnersWrap);
        if (interviewer is { } by)
        {
            rows.Wraps.Add(document.WrapFor(by, keys[by], at));
        }

        if (Enum.Parse<StoryConsent>(told.Use) is var use && use != StoryConsent.None)
        {
            story.Allow(use, texts, kinds, at.AddDays(1));
            rows.Published.Add(PublishedStory.Of(story, texts, kinds, at.AddDays(1)));
        }
        else if (told.HandedOver)
        {
            story.HandOver(texts, at.AddHours(2));
            rows.Notices.Add(Notice(teller, StoriesNotices.HandedOver.Key, interviewer, StoriesLinks.Decide(id), at.AddHours(2)));
        }
    }

    private LearningOffer Tell(ToldOffer told, string name)
    {
        var at = now.AddDays(told.Day);
        var wording = new OfferWording
        {
            Kind = Enum.Parse<OfferKind>(told.Kind),
            What = told.What,
            When = told.When,
            Where = told.Where,
            HowICoach = told.HowICoach,
            WhomItSuits = told.WhomItSuits,
            Guests = told.Guests,
            Archetype = told.Archetype,
            Capabilities = told.Capabilities,
        };
        var offer = LearningOffer.Make(DemoIds.Of<OfferId>(at, name), PersonOf(told.By), wording, at);
        if (told.TakenBack)
        {
            offer.TakeBack(at.AddDays(5));
        }

        rows.Offers.Add(offer);
        return offer;
    }

    private void Tell(ToldVisit told, LearningOffer offer, string name)
    {
        var (at, guest) = (now.AddDays(told.Day), PersonOf(told.Guest));
        var id = DemoIds.Of<VisitId>(at, name);
        var document = Vault.NewDocument(guest, id.Value, keys[guest], at);
        rows.Wraps.Add(document.OwnersWrap);
        rows.Wraps.Add(document.WrapFor(offer.OwnerId, keys[offer.OwnerId], at));
        var on = told.OnDay is { } day ? Today.AddDays(day) : (DateOnly?)null;
        var visit = AlongsideVisit.Ask(id, offer, guest, 0, false, told.Wish, on, document.Sealer, Today.AddDays(told.Day), at).Value!;
        rows.Visits.Add(visit);
        if (on is not { } agreed)
        {
            rows.Notices.Add(Notice(offer.OwnerId, AlongsideNotices.Asked.Key, guest, AlongsideLinks.Visit(id), at));
            return;
        }

        var when = new AppointedTime(agreed, told.At, "Australia/Sydney", told.Minutes);
        visit.Agree(when, 0, offer.Guests, at.AddDays(1));
        foreach (var person in new[] { guest, offer.OwnerId })
        {
            var appointment = DemoIds.Of<AppointmentId>(at, $"{name}/{person.Value}");
            rows.Appointments.Add(
                Appointment.Make(appointment, person, id.Value, "alongside.visit", guest, when, AlongsideLinks.Visit(id), at.AddDays(1))
            );
        }

        if (told.Saw is null)
        {
            return;
        }

        var after = now.AddDays(told.OnDay!.Value).AddHours(1);
        var reflection = DemoIds.Of<ReflectionId>(after, name);
        var own = Vault.NewDocument(guest, reflection.Value, keys[guest], after);
        rows.Wraps.Add(own.OwnersWrap);
        rows.Reflections.Add(VisitReflection.Write(reflection, visit, told.Saw, told.WillTry, own.Sealer, Today, after).Value!);
    }

    private void Tell(ToldTalk told)
    {
        var at = now.AddDays(told.Day);
        var opened = Today.AddDays(told.Day);
        var id = DemoIds.Of<TalkId>(at, "talk");
        var wording = new TalkWording
        {
            Title = told.Title,
            About = told.About,
            Archetype = told.Archetype,
            EndsOn = Today.AddDays(told.UntilDay),
            IsOpenToAll = told.IsOpenToAll,
        };
        var talk = StaffingTalk.Open(id, PersonOf(told.By), wording, [.. told.Holders.Select(PersonOf)], opened, at);
        foreach (var person in told.Asked)
        {
            talk.Ask(PersonOf(person), opened, at.AddHours(1));
        }

        rows.Talks.Add(talk);
        rows.Jobs.Add(
            new JobRow
            {
                Id = DemoIds.Of<EntryId>(at, "talk/end").Value,
                Kind = EndStaffingTalk.JobKind,
                Key = id.Value.ToString("n"),
                Payload = id.Value.ToString("D"),
                DueAt = new DateTimeOffset(talk.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            }
        );
        foreach (var entry in told.Entries)
        {
            var (written, person) = (now.AddDays(entry.Day), PersonOf(entry.By));
            var entryId = DemoIds.Of<EntryId>(written, $"entry/{entry.By}");
            var document = Vault.NewDocument(person, entryId.Value, keys[person], written);
            rows.Wraps.Add(document.OwnersWrap);
            rows.Wraps.AddRange(talk.Holders.Select(h => document.WrapFor(h.PersonId, keys[h.PersonId], written)));
            var texts = new EntryTexts
            {
                Brings = entry.Brings,
                WouldLearn = entry.WouldLearn,
                SupportNeeded = entry.Support,
            };
            var column = Enum.Parse<StaffingColumn>(entry.Column);
            rows.StaffingEntries.Add(
                StaffingEntry.Enter(entryId, talk, person, column, texts, 0, document.Sealer, Today.AddDays(entry.Day), written).Value!
            );
        }
    }

    private static Notice Notice(PersonId person, string kind, PersonId? from, string address, DateTimeOffset at) =>
        Domain.Rhythm.Notice.Tell(DemoIds.Of<NoticeId>(at, $"{kind}/{address}"), person, kind, from, address, at);

    private static PersonId PersonOf(string who) =>
        DemoUnits.PersonIdOf(DemoAccounts.All.FirstOrDefault(a => a.Key == who)?.EmployeeId ?? who);
}
