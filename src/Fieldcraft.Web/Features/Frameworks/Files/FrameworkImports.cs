using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Frameworks.Files;

/// <summary>What taking a file in would do.</summary>
/// <param name="Basis">What it was compared with; confirming says it again, so that what was looked at is what happens.</param>
/// <param name="ReplacesDraft">Whether there is a draft already, which the file changes.</param>
public sealed record FrameworkDryRun(FrameworkTakeIn TakeIn, string Basis, bool ReplacesDraft);

/// <summary>
/// Takes a file in as the draft. The file itself travels between the dry run and the confirmation, and is planned again: nothing is kept that would have
/// to be cleared away, and any node can go on.
/// </summary>
public sealed class FrameworkImports(FrameworkDesk desk, FrameworkReading reading, FrameworkShelf shelf, FrameworkTexts texts)
{
    public async Task<FrameworkDryRun> PlanAsync(FrameworkFile read, CancellationToken cancellationToken)
    {
        var draft = await desk.DraftAsync(cancellationToken);
        var now = draft?.Content ?? (await reading.InUseAsync(cancellationToken)).Content;
        return new FrameworkDryRun(Plan(now, read), PartStamp.Of(now), draft is not null);
    }

    /// <summary>
    /// Makes or changes the draft. Refused: <c>framework-import-refused</c>, <c>framework-import-changes-nothing</c>, and <c>framework-import-outdated</c>
    /// when the framework is not what the dry run was made with.
    /// </summary>
    public async Task<Outcome<OpenDraft>> TakeInAsync(FrameworkFile read, string? basis, CancellationToken cancellationToken)
    {
        var dry = await PlanAsync(read, cancellationToken);
        if (dry.TakeIn.IsRefused)
        {
            return new Refusal("framework-import-refused");
        }

        if (dry.Basis != basis)
        {
            return new Refusal("framework-import-outdated");
        }

        if (dry.TakeIn.ChangesNothing)
        {
            return new Refusal("framework-import-changes-nothing");
        }

        if (!dry.ReplacesDraft)
        {
            return await desk.StartAsync(dry.TakeIn.Content, cancellationToken);
        }

        var saved = await desk.WriteAsync((_, now) => PartStamp.Of(now) == basis, _ => dry.TakeIn.Content, cancellationToken);
        return saved is { Save: DraftSave.Saved, Draft: { } draft } ? draft : new Refusal("framework-import-outdated");
    }

    private FrameworkTakeIn Plan(FrameworkContent now, FrameworkFile read) =>
        FrameworkTakeIn.Of(now, read, shelf.IsDefault, texts.Plain, texts.NameOf);
}
