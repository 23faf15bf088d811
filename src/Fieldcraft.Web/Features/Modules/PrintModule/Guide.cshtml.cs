using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Modules.PrintModule;

/// <summary>The facilitator guide: every block with what to do and say, hard questions, materials, signs.</summary>
public sealed class GuideModel(ModuleReading reading, RoutineDesk routines, Words words, Viewer viewer) : PrintModuleModel(reading, viewer)
{
    private readonly ModuleReading _reading = reading;
    private Dictionary<ModuleMediaId, ModuleMedia> _media = [];

    protected override bool IsForTeaching => true;

    public Routine? Routine { get; private set; }

    /// <summary>What the edition in use says otherwise, when an older one is read.</summary>
    public IReadOnlyList<ModuleDifference> Since { get; private set; } = [];

    public IEnumerable<ModuleMedia> MediaOf(ModuleBlock block) =>
        block.Media.Where(_media.ContainsKey).Select(m => _media[m]).Where(m => m.Language == Language || m.Language == Says.Language);

    public string Word(ModuleDifference difference) =>
        difference.Part == ModulePart.Block
            ? words[
                difference.IsNew ? "modules.since.block_new"
                : difference.IsGone ? "modules.since.block_gone"
                : "modules.since.block",
                Say(Block(difference.Block!).Title)
            ]
            : words[$"modules.since.{difference.Part}"];

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _media = (await _reading.MediaAsync(Open.Id, cancellationToken)).ToDictionary(m => m.Id);
        Routine = Says.Routine is { } use ? await routines.FindAsync(use.RoutineId, cancellationToken) : null;
        Since = Line is not null && Open.Content is { } inUse && Line.Id != Open.Edition!.Id ? Says.Differences(inUse) : [];
    }

    private ModuleBlock Block(string id) => Says.Blocks.Concat(Open.Content!.Blocks).First(b => b.Id == id);
}
