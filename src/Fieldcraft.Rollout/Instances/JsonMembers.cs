using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Fieldcraft.Rollout.Instances;

/// <summary>Where in a document one is; written out only when something is wrong there.</summary>
internal sealed record Place(Place? Within, string? Name, int Index = -1)
{
    public static readonly Place Root = new(null, null);

    public Place At(string name) => new(this, name);

    public Place At(int index) => new(this, null, index);

    public override string ToString() =>
        Within is null ? "$"
        : Name is null ? string.Create(CultureInfo.InvariantCulture, $"{Within}[{Index}]")
        : $"{Within}.{Name}";
}

/// <summary>Takes members out of JSON and notes what is missing or of another kind, with its path.</summary>
internal sealed class JsonMembers
{
    private const string MomentShape = "yyyy-MM-dd'T'HH:mm";
    private const string DayShape = "yyyy-MM-dd";
    private readonly List<InstanceProblem> _problems = [];

    public IReadOnlyList<InstanceProblem> Problems => _problems;

    public void Wrong(Place place, string what) => _problems.Add(new InstanceProblem(place.ToString(), what));

    public JsonElement? Object(JsonElement of, Place place, string name) => Member(of, place, name, JsonValueKind.Object, "an object");

    /// <summary>Whether an object has the member at all; null counts as not there.</summary>
    public static bool Has(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A list of whatever each element is read as; nothing when it is optional and not there.</summary>
    public List<T> List<T>(JsonElement of, Place place, string name, Func<JsonElement, Place, T?> read, bool isOptional = false)
        where T : class => [.. Elements(of, place, name, isOptional).Select(e => read(e.Element, e.Place)).OfType<T>()];

    public List<Stretch> Stretches(JsonElement of, Place place, string name, bool isOptional = false)
    {
        var stretches = new List<Stretch>();
        foreach (var (pair, at) in Elements(of, place, name, isOptional))
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
            {
                Wrong(at, "a begin and an end are needed");
            }
            else if (Moment(pair[0], at, 0) is { } from && Moment(pair[1], at, 1) is { } until)
            {
                stretches.Add(new Stretch(from, until));
            }
        }

        return stretches;
    }

    public string? Id(JsonElement value, Place place)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Wrong(place, "a text is needed");
        return null;
    }

    public string Text(JsonElement of, Place place, string name) =>
        Member(of, place, name, JsonValueKind.String, "a text")?.GetString() ?? "";

    public string? OptionalText(JsonElement of, Place place, string name) => Has(of, name) ? Text(of, place, name) : null;

    public int Number(JsonElement of, Place place, string name)
    {
        if (Member(of, place, name, JsonValueKind.Number, "a whole number") is not { } value)
        {
            return 0;
        }

        if (!value.TryGetInt32(out var number))
        {
            Wrong(place.At(name), "a whole number is needed");
        }

        return number;
    }

    public decimal Share(JsonElement of, Place place, string name)
    {
        if (Member(of, place, name, JsonValueKind.Number, "a number") is not { } value)
        {
            return 0;
        }

        if (!value.TryGetDecimal(out var number))
        {
            Wrong(place.At(name), "a decimal number is needed");
        }

        return number;
    }

    public bool Flag(JsonElement of, Place place, string name)
    {
        if (!Has(of, name))
        {
            return false;
        }

        var value = of.GetProperty(name);
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Wrong(place.At(name), "true or false is needed");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    public DateOnly Day(JsonElement of, Place place, string name)
    {
        if (Member(of, place, name, JsonValueKind.String, "a day") is not { } value)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(value.GetString(), DayShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Wrong(place.At(name), "a day such as 2027-02-01 is needed");
        }

        return day;
    }

    public DateTime? Moment(JsonElement of, Place place, string name) =>
        Member(of, place, name, JsonValueKind.String, "a local time") is { } value ? Moment(value, place.At(name), -1) : null;

    private DateTime? Moment(JsonElement value, Place place, int index)
    {
        if (value.ValueKind == JsonValueKind.String && IsMoment(value, out var at))
        {
            return at;
        }

        Wrong(index < 0 ? place : place.At(index), "a local time such as 2027-02-01T06:00 is needed");
        return null;
    }

    /// <summary>Millions of these are read: the digits are taken from the bytes, and anything unusual is left to the framework.</summary>
    private static bool IsMoment(JsonElement value, out DateTime at)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (
            raw.Length == 18
            && raw[5] == '-'
            && raw[8] == '-'
            && raw[11] == 'T'
            && raw[14] == ':'
            && Digits(raw[1..5]) is var year and > 0
            && Digits(raw[6..8]) is var month and >= 1 and <= 12
            && Digits(raw[9..11]) is var day and >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && Digits(raw[12..14]) is var hour and >= 0 and < 24
            && Digits(raw[15..17]) is var minute and >= 0 and < 60
        )
        {
            at = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
            return true;
        }

        return DateTime.TryParseExact(value.GetString(), MomentShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
    }

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private List<(JsonElement Element, Place Place)> Elements(JsonElement of, Place place, string name, bool isOptional)
    {
        if ((isOptional && !Has(of, name)) || Member(of, place, name, JsonValueKind.Array, "a list") is not { } array)
        {
            return [];
        }

        var at = place.At(name);
        return [.. array.EnumerateArray().Select((e, i) => (e, at.At(i)))];
    }

    private JsonElement? Member(JsonElement of, Place place, string name, JsonValueKind kind, string wanted)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            Wrong(place, "an object is needed");
        }
        else if (!Has(of, name))
        {
            Wrong(place.At(name), "it is missing");
        }
        else if (of.GetProperty(name) is var value && value.ValueKind == kind)
        {
            return value;
        }
        else
        {
            Wrong(place.At(name), $"{wanted} is needed");
        }

        return null;
    }
}
