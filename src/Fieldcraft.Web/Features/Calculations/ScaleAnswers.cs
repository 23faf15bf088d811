using System.Text.Json;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>
/// Answers on a scale as a caller likes to send them: a list in the order of DOMAIN 1.2, or an object with the ids as names.
/// Null, and in an object also an absent id, is "don't know".
/// </summary>
internal sealed record ScaleAnswers(
    string Path,
    IReadOnlyList<string> Ids,
    bool IsList,
    IReadOnlyList<int?> Values,
    IReadOnlyList<InputProblem> Problems
)
{
    public static ScaleAnswers Read(string path, JsonElement? sent, IReadOnlyList<string> ids, bool isNeeded = false)
    {
        var values = new int?[ids.Count];
        List<InputProblem> problems = [];
        switch (sent)
        {
            case null:
                if (isNeeded)
                    problems.Add(new InputProblem(path, InputProblems.Missing));
                break;
            case { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() != ids.Count:
                problems.Add(new InputProblem(path, InputProblems.WrongCount));
                break;
            case { ValueKind: JsonValueKind.Array } list:
                foreach (var (index, value) in list.EnumerateArray().Index())
                    values[index] = Whole(value, $"{path}[{index}]", problems);
                break;
            case { ValueKind: JsonValueKind.Object } named:
                foreach (var member in named.EnumerateObject())
                {
                    var index = ids.ToList().IndexOf(member.Name);
                    if (index >= 0)
                        values[index] = Whole(member.Value, $"{path}.{member.Name}", problems);
                    else
                        problems.Add(new InputProblem($"{path}.{member.Name}", CalculationBody.Unknown));
                }
                break;
            default:
                problems.Add(new InputProblem(path, CalculationBody.WrongKind));
                break;
        }
        return new ScaleAnswers(path, ids, sent is { ValueKind: JsonValueKind.Array }, values, problems);
    }

    /// <summary>The domain names a place by its id; a caller who sent a list finds it by its index.</summary>
    public static InputProblem AsSent(InputProblem problem, params IReadOnlyList<ScaleAnswers> all)
    {
        var list = all.FirstOrDefault(answers => answers.IsList && problem.Path.StartsWith($"{answers.Path}.", StringComparison.Ordinal));
        return list is null
            ? problem
            : problem with
            {
                Path = $"{list.Path}[{list.Ids.ToList().IndexOf(problem.Path[(list.Path.Length + 1)..])}]",
            };
    }

    private static int? Whole(JsonElement value, string path, List<InputProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole))
            return whole;
        problems.Add(new InputProblem(path, CalculationBody.WrongKind));
        return null;
    }
}
