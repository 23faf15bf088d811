using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using InputProblem = Fieldcraft.Domain.Shared.InputProblem;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>What came of a calculation: an answer, or everything wrong with what was asked.</summary>
internal sealed record Calculated(object? Answer, IReadOnlyList<InputProblem> Problems)
{
    public static Calculated Refused(IReadOnlyList<InputProblem> problems) => new(null, problems);

    /// <summary>Calculates only where nothing is wrong: the calculators throw on bad input, and that would be a bug of ours.</summary>
    public static Calculated Unless(IReadOnlyList<InputProblem> problems, Func<object> calculate) =>
        problems.Count > 0 ? Refused(problems) : new(calculate(), []);
}

/// <summary>Reads a request and says every place where it is wrong; the framework's own binding would stop at the first and not say where.</summary>
internal static class CalculationBody
{
    /// <summary>A word where a number stands, or the other way round.</summary>
    public const string WrongKind = "wrong-kind";

    /// <summary>A member that this calculator does not know.</summary>
    public const string Unknown = "unknown";

    public static async Task<IResult> AnswerAsync<TRequest>(
        HttpRequest request,
        Func<TRequest, Calculated> calculate,
        CancellationToken cancellationToken
    )
        where TRequest : class
    {
        var options = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, options, cancellationToken);
            var misfits = Misfits("", body, options.GetTypeInfo(typeof(TRequest))).ToList();
            var result = misfits.Count > 0 ? Calculated.Refused(misfits) : calculate(body.Deserialize<TRequest>(options)!);
            return result.Problems.Count > 0 ? Unprocessable(result.Problems) : Results.Ok(result.Answer);
        }
        catch (JsonException misfit)
        {
            // Text that is no JSON has no place; a word in the place of a number has.
            var path = misfit.Path?.TrimStart('$').TrimStart('.') ?? "";
            return Unprocessable([new InputProblem(path, path.Length == 0 ? "not-json" : WrongKind)]);
        }
    }

    /// <summary>Members that are unknown, or needed and not there, all the way down.</summary>
    private static IEnumerable<InputProblem> Misfits(string path, JsonElement sent, JsonTypeInfo wanted)
    {
        if (sent.ValueKind != JsonValueKind.Object)
            return [new InputProblem(path.TrimEnd('.'), WrongKind)];

        var members = wanted.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return
        [
            .. sent.EnumerateObject().Where(m => !members.ContainsKey(m.Name)).Select(m => new InputProblem(path + m.Name, Unknown)),
            .. members.Values.SelectMany(member =>
                MisfitsOf(path + member.Name, sent.TryGetProperty(member.Name, out var value) ? value : null, member)
            ),
        ];

        IEnumerable<InputProblem> MisfitsOf(string place, JsonElement? value, JsonPropertyInfo member)
        {
            if (value is not { } present)
                return member.IsRequired ? [new InputProblem(place, InputProblems.Missing)] : [];
            if (present.ValueKind == JsonValueKind.Null)
                return member.IsRequired || !member.IsSetNullable ? [new InputProblem(place, InputProblems.Missing)] : [];
            var inner = wanted.Options.GetTypeInfo(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
            return inner.Kind == JsonTypeInfoKind.Object ? Misfits(place + ".", present, inner) : [];
        }
    }

    private static IResult Unprocessable(IReadOnlyList<InputProblem> problems) =>
        Problem.BadNumbers.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = problems });
}
