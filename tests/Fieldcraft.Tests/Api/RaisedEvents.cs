using System.Reflection;
using System.Reflection.Emit;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Api;

/// <summary>Finds out which methods of aggregates change something: those whose code reaches <c>Happened</c>.</summary>
internal static class RaisedEvents
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>Public methods and static factories of the aggregates among these types, as <c>Aggregate.Method</c>.</summary>
    public static IReadOnlyList<string> ChangesIn(IEnumerable<Type> types) =>
        [
            .. types
                .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAggregate)))
                .SelectMany(t =>
                    t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                        .Where(m => !m.IsSpecialName && Reaches(m, []))
                        .Select(m => $"{t.Name}.{m.Name}")
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static bool Reaches(MethodBase method, HashSet<MethodBase> seen)
    {
        if (!seen.Add(method))
        {
            return false;
        }

        foreach (var called in CallsIn(method))
        {
            if (
                called.Name == "Happened"
                && called.DeclaringType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(Aggregate<>)
            )
            {
                return true;
            }

            if (called.DeclaringType?.Assembly == method.DeclaringType!.Assembly && Reaches(called, seen))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<MethodBase> CallsIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        for (var at = 0; at < code.Length; )
        {
            // Two-byte codes begin with 0xFE.
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(code, at)) is { } called)
            {
                yield return called;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMethod(token, ofType, ofMethod);
    }
}
