using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Planners;

/// <summary>
/// How one leader will hold one module with the own team: the sheet that is finished in the coaching group (DOMAIN 7.6, 15.9). It fills itself from an
/// edition of the module and keeps to that edition until its owner moves over. What is written is the owner's alone.
/// </summary>
public sealed class Planner : Aggregate<PlannerId>
{
    private readonly List<PlannerText> _texts = [];

    private Planner(PlannerId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ModuleId ModuleId { get; private set; }

    /// <summary>The edition whose blocks it shows.</summary>
    public ModuleEditionId EditionId { get; private set; }

    /// <summary>Held twice for half an hour and not once for an hour.</summary>
    public bool InHalves { get; private set; }

    /// <summary>The own experiment, once it stands among the owner's tries.</summary>
    public ExperimentId? ExperimentId { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When its owner said that it is finished; told to the owner's coach. It may still be written on.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<PlannerText> Texts => _texts;

    public bool IsFinished => FinishedAt is not null;

    /// <summary>Begins a planner with the newest edition. Refused: <c>planner-module-draft</c> while nothing is published.</summary>
    public static Outcome<Planner> Begin(PlannerId id, PersonId owner, Module module, DateTimeOffset now)
    {
        if (module.EditionId is not { } edition)
        {
            return new Refusal("planner-module-draft");
        }

        var planner = new Planner(id)
        {
            OwnerId = owner,
            ModuleId = module.Id,
            EditionId = edition,
            BegunAt = now,
            ChangedAt = now,
        };
        planner.Happened(new PlannerBegun(owner.Value, module.Id.Value, id.Value, now));
        return planner;
    }

    /// <summary>Writes a text in its place; an empty one takes it back, and what the module says shows again.</summary>
    /// <param name="content">What the module says in the planner's edition.</param>
    /// <exception cref="ArgumentException">The place or the text has problems: forms and API refuse that before.</exception>
    public void Write(PlannerPlace place, string? text, ModuleContent content, ISealer sealer, DateTimeOffset now)
    {
        if (place.Problems(content, text) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(text));
        }

        var written = sealer.SealOptional(place.Name, text, place.Field.Length());
        var row = _texts.Find(t => t.Place == place);
        switch (row, written)
        {
            case (null, null):
                return;
            case (null, { } begun):
                _texts.Add(new PlannerText(Id, OwnerId, place, begun, now));
                break;
            case ({ } kept, { } again):
                kept.Rewrite(again, now);
                break;
            case ({ } kept, null):
                _texts.Remove(kept);
                break;
        }

        Change(now, new PlannerWritten(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Chooses between one hour and two halves. Refused: <c>planner-whole-only</c> where the module is not made for halves.</summary>
    public Outcome Hold(bool inHalves, ModuleContent content, DateTimeOffset now)
    {
        if (inHalves && content.Halves() is null)
        {
            return new Refusal("planner-whole-only");
        }

        if (InHalves != inHalves)
        {
            InHalves = inHalves;
            Change(now, new PlannerShaped(OwnerId.Value, Id.Value, inHalves, now));
        }

        return Outcome.Done;
    }

    /// <summary>Moves over to another edition of the same module; every text stays, found again by the id of its block.</summary>
    /// <param name="content">What that edition says: where it is held whole only, the planner is held whole.</param>
    public void MoveOn(ModuleEditionId edition, ModuleContent content, DateTimeOffset now)
    {
        if (edition == EditionId)
        {
            return;
        }

        (EditionId, InHalves) = (edition, InHalves && content.Halves() is not null);
        Change(now, new PlannerMovedOn(OwnerId.Value, Id.Value, edition.Value, now));
    }

    /// <summary>The own experiment now stands among the owner's tries.</summary>
    public void Try(ExperimentId experiment, DateTimeOffset now)
    {
        ExperimentId = experiment;
        Change(now, new PlannerTried(OwnerId.Value, Id.Value, experiment.Value, now));
    }

    /// <summary>Its owner says that it is finished. Saying so twice changes nothing. Refused: <c>planner-empty</c> while nothing is written.</summary>
    public Outcome Finish(DateTimeOffset now)
    {
        if (IsFinished)
        {
            return Outcome.Done;
        }

        if (_texts.Count == 0)
        {
            return new Refusal("planner-empty");
        }

        FinishedAt = now;
        Change(now, new PlannerFinished(OwnerId.Value, ModuleId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Not finished after all. Of one that was not finished it changes nothing.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (IsFinished)
        {
            FinishedAt = null;
            Change(now, new PlannerReopened(OwnerId.Value, ModuleId.Value, Id.Value, now));
        }
    }

    /// <summary>Tells that the planner is going; its rows and its key are then removed. Its experiment stays.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new PlannerTornUp(OwnerId.Value, Id.Value, now));

    private void Change(DateTimeOffset now, DomainEvent happened)
    {
        ChangedAt = now;
        Happened(happened);
    }
}
