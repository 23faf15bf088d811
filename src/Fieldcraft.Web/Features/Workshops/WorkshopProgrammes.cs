using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>The programmes of <c>content/workshops.json</c>, read once and checked: a broken one stops the start, not a workshop.</summary>
public sealed class WorkshopProgrammes
{
    private readonly Dictionary<string, WorkshopProgramme> _byId;
    private readonly Dictionary<string, ProgrammeBlock> _blocks = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A programme cannot be run; the message names it.</exception>
    public WorkshopProgrammes(IReadOnlyList<WorkshopProgramme> programmes)
    {
        if (WorkshopProgramme.Problems(programmes) is [var first, ..])
        {
            throw new FormatException($"workshops.json: {first}");
        }

        All = programmes;
        _byId = programmes.ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var block in programmes.SelectMany(p => p.Blocks))
        {
            _blocks.TryAdd(block.Key, block);
        }
    }

    public IReadOnlyList<WorkshopProgramme> All { get; }

    public IReadOnlyList<WorkshopProgramme> Offered => [.. All.Where(p => p.IsOffered)];

    public WorkshopProgramme this[string id] => _byId[id];

    public WorkshopProgramme? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>Every block that can be put into an agenda, each once.</summary>
    public IReadOnlyCollection<ProgrammeBlock> Blocks => _blocks.Values;

    public ProgrammeBlock? Block(string? key) => key is null ? null : _blocks.GetValueOrDefault(key);

    /// <summary>What a block of this key has on phones.</summary>
    public IReadOnlyList<ExercisePart> PartsOf(string key) => Block(key)?.OnPhones ?? [];

    public static WorkshopProgrammes Read(IServiceProvider _) => new(ContentFiles.Read<WorkshopProgramme>("workshops.json"));
}
