using System.Globalization;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Sheets;

/// <summary>What may stand in a box of a sheet.</summary>
public enum BoxKind
{
    /// <summary>One line, at most <see cref="SheetBox.LineLength"/> characters.</summary>
    Line,

    /// <summary>A few lines, at most <see cref="SheetBox.TextLength"/> characters.</summary>
    Text,

    /// <summary>A day, as <c>2026-05-04</c>.</summary>
    Day,

    /// <summary>A whole number between <see cref="SheetBox.Least"/> and <see cref="SheetBox.Most"/>.</summary>
    Number,

    /// <summary>A number with up to four decimals, as <c>-12.5</c>; below a thousand million.</summary>
    Amount,

    /// <summary>A place on a short scale of whole numbers, each with its words.</summary>
    Scale,

    /// <summary>One of <see cref="SheetBox.Options"/>.</summary>
    Choice,

    /// <summary>Ticked, as <c>true</c>, or not there.</summary>
    Tick,
}

/// <summary>One box of a form: its name, and what may stand in it. A box that is not needed may stay empty for ever.</summary>
/// <param name="Key">Unique in its form, in camel case; outside programs read it.</param>
public sealed record SheetBox(string Key, BoxKind Kind = BoxKind.Text, bool IsNeeded = false)
{
    public const int LineLength = 160;
    public const int TextLength = 1_500;

    public int Least { get; init; }
    public int Most { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Where the words of options and places stand, when several boxes share them; else under the box.</summary>
    public string? OptionWords { get; init; }

    /// <summary>How many characters fit, where it is fewer than the kind allows.</summary>
    public int? Longest { get; init; }

    /// <summary>How many characters fit.</summary>
    public int Length => Longest ?? (Kind == BoxKind.Text ? TextLength : LineLength);

    /// <summary>What is wrong with a text for this box; nothing when it fits. An empty one is looked at elsewhere.</summary>
    public string? ProblemWith(string said) =>
        said.Length > Length ? "too-long"
        : Fits(said) ? null
        : InputProblems.OutOfRange;

    private bool Fits(string said) =>
        Kind switch
        {
            BoxKind.Day => Sheet.ReadDay(said) is not null,
            BoxKind.Number or BoxKind.Scale => Sheet.ReadNumber(said) is { } number && number >= Least && number <= Most,
            BoxKind.Amount => Sheet.ReadAmount(said) is not null,
            BoxKind.Choice => Options.Contains(said),
            BoxKind.Tick => said == Sheet.Yes,
            _ => true,
        };
}

/// <summary>A form: its boxes, in the order in which they are asked.</summary>
/// <param name="Id">The words of a box are <c>sheet.ID.KEY.label</c>, with <c>.hint</c> where there is one.</param>
public sealed record SheetForm(string Id, params SheetBox[] Boxes)
{
    /// <summary>The refusal that names a box which has to be filled first; its argument is <c>FORM.KEY</c>.</summary>
    public const string BoxEmpty = "box-empty";

    public SheetBox? Find(string key) => Boxes.FirstOrDefault(b => b.Key == key);

    /// <summary>Everything wrong with a sheet for this form; empty when it can be kept.</summary>
    public IReadOnlyList<InputProblem> Problems(Sheet sheet) =>
        [
            .. sheet.Said.Keys.Where(k => Find(k) is null).Select(k => new InputProblem(k, "unknown")),
            .. Boxes.Where(b => b.IsNeeded && sheet[b.Key].Length == 0).Select(b => new InputProblem(b.Key, InputProblems.Missing)),
            .. Boxes
                .Where(b => sheet[b.Key].Length > 0)
                .Select(b => (b.Key, Code: b.ProblemWith(sheet[b.Key])))
                .Where(p => p.Code is not null)
                .Select(p => new InputProblem(p.Key, p.Code!)),
        ];

    /// <summary>What of a sheet belongs to this form.</summary>
    public Sheet Of(Sheet sheet) => new(sheet.Said.Where(s => Find(s.Key) is not null));
}

/// <summary>What somebody wrote into boxes: key to text. An empty box is not there.</summary>
public sealed class Sheet
{
    private const decimal LargestAmount = 1_000_000_000;
    private const int AmountDecimals = 4;

    /// <summary>What a ticked box holds.</summary>
    public const string Yes = "true";

    public static readonly Sheet Empty = new([]);

    private readonly Dictionary<string, string> _said;

    public Sheet(IEnumerable<KeyValuePair<string, string>> said) =>
        _said = said.Select(s => KeyValuePair.Create(s.Key, s.Value?.Trim().ReplaceLineEndings("\n") ?? ""))
            .Where(s => s.Value.Length > 0)
            .ToDictionary(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Said => _said;

    /// <summary>The text of a box, empty when nothing was written.</summary>
    public string this[string key] => _said.GetValueOrDefault(key, "");

    public bool Has(string key) => _said.ContainsKey(key);

    public bool Ticked(string key) => this[key] == Yes;

    public DateOnly? Day(string key) => ReadDay(this[key]);

    public int? Number(string key) => ReadNumber(this[key]);

    public decimal? Amount(string key) => ReadAmount(this[key]);

    /// <summary>This sheet with the boxes of one form as they are in another; what is empty there goes.</summary>
    public Sheet With(SheetForm form, Sheet written) => new(_said.Where(s => form.Find(s.Key) is null).Concat(form.Of(written).Said));

    /// <summary>The boxes of the form that are not the same in both.</summary>
    public IReadOnlyList<string> ChangedIn(SheetForm form, Sheet later) =>
        [.. form.Boxes.Select(b => b.Key).Where(k => this[k] != later[k])];

    internal static DateOnly? ReadDay(string said) =>
        DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static decimal? ReadAmount(string said) =>
        decimal.TryParse(said, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && Math.Abs(amount) < LargestAmount
        && Math.Round(amount, AmountDecimals) == amount
            ? amount
            : null;

    internal static int? ReadNumber(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
