using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Demo;

/// <summary>The units of the directory as a tree, each with the person who leads it.</summary>
internal sealed class DemoUnits
{
    private const string Separator = " / ";
    private static readonly string[] Leading =
    [
        "Chief executive",
        "State general manager",
        "Network manager",
        "Facility manager",
        "Team leader",
    ];
    private readonly Dictionary<string, Unit> _byPath = new(StringComparer.Ordinal);
    private readonly List<Unit> _inOrder = [];

    public DemoUnits(IReadOnlyList<DemoPerson> rows, DateTimeOffset opened)
    {
        var paths = rows.Select(r => r.UnitPath).Distinct(StringComparer.Ordinal).ToList();
        var parents = paths.Select(ParentOf).ToHashSet(StringComparer.Ordinal);
        foreach (var path in paths.OrderBy(Depth).ThenBy(p => p, StringComparer.Ordinal))
        {
            var parent = ParentOf(path) is { } above ? _byPath[above] : null;
            var unit = Unit.Open(DemoIds.Of<UnitId>(DemoIds.Founded, path), parent, KindOf(path, parents), NameOf(path), opened);
            unit.EntrustTo(
                rows.FirstOrDefault(r => r.UnitPath == path && IsLead(r)) is { } lead ? PersonIdOf(lead.EmployeeId) : null,
                opened
            );
            _byPath[path] = unit;
            _inOrder.Add(unit);
        }
    }

    /// <summary>Parents before their children.</summary>
    public IReadOnlyList<Unit> All => _inOrder;

    public Unit At(string path) => _byPath[path];

    public Unit Organisation => _inOrder[0];

    public static PersonId PersonIdOf(string employeeId) => DemoIds.Of<PersonId>(DemoIds.Founded, employeeId);

    public static string NameOf(string path) =>
        path[(path.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? at + Separator.Length : 0)..];

    public static string? ParentOf(string path) =>
        path.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? path[..at] : null;

    /// <summary>Other units beside this one, where somebody may have worked before.</summary>
    public IReadOnlyList<string> Beside(string path) =>
        [
            .. _byPath
                .Keys.Where(p => p != path && ParentOf(p) == ParentOf(path) && _byPath[p].Kind == _byPath[path].Kind)
                .Order(StringComparer.Ordinal),
        ];

    private static int Depth(string path) => path.Split(Separator).Length;

    private static UnitKind KindOf(string path, HashSet<string?> parents) =>
        Depth(path) switch
        {
            1 => UnitKind.Organisation,
            2 => parents.Contains(path) ? UnitKind.State : UnitKind.Department,
            3 => UnitKind.Network,
            4 => UnitKind.Facility,
            _ => UnitKind.Team,
        };

    private static bool IsLead(DemoPerson row) =>
        row.Status != PersonStatus.Left
        && (Leading.Contains(row.JobTitle, StringComparer.Ordinal) || row.JobTitle.StartsWith("Head of ", StringComparison.Ordinal));
}
